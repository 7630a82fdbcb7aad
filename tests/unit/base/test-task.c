/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-task.h"

#define TEST_TYPE_OWNER test_owner_get_type ()
G_DECLARE_FINAL_TYPE (TestOwner, test_owner, TEST, OWNER, GObject)

/* Whose task runs; it tells in which thread it ends. */
struct _TestOwner
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (TestOwner, test_owner, G_TYPE_OBJECT)

static GThread *ended_in;

static void
test_owner_finalize (GObject *object)
{
  g_atomic_pointer_set (&ended_in, g_thread_self ());

  G_OBJECT_CLASS (test_owner_parent_class)->finalize (object);
}

static void
test_owner_class_init (TestOwnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_owner_finalize;
}

static void
test_owner_init (TestOwner *self)
{
}

static void
return_cb (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  /* For the other thread that lets go of it late. */
  g_object_ref (task);
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GTask **) data = G_TASK (result);
}

static gpointer
let_go_late (gpointer task)
{
  g_object_unref (task);

  return NULL;
}

static void
test_the_owner_ends_where_it_was_made (void)
{
  TestOwner *owner = g_object_new (TEST_TYPE_OWNER, NULL);
  GTask *late = NULL;
  GTask *task = g_task_new (owner, NULL, done_cb, &late);

  gf_task_run_in_thread (task, return_cb);
  g_object_unref (task);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (owner);
  g_thread_join (g_thread_new ("late", let_go_late, late));

  while (g_atomic_pointer_get (&ended_in) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ended_in == g_thread_self ());
}

static void
test_nobody_need_own_it (void)
{
  GTask *late = NULL;
  GTask *task = g_task_new (NULL, NULL, done_cb, &late);

  gf_task_run_in_thread (task, return_cb);
  g_object_unref (task);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_task_propagate_boolean (late, NULL));
  g_object_unref (late);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/task/the-owner-ends-where-it-was-made", test_the_owner_ends_where_it_was_made);
  g_test_add_func ("/task/nobody-need-own-it", test_nobody_need_own_it);

  return g_test_run ();
}
