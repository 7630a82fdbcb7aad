/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-task.h"

typedef struct
{
  GObject *object;
  GMainContext *context;
} Held;

static gboolean
let_go_cb (gpointer data)
{
  g_object_unref (data);

  return G_SOURCE_REMOVE;
}

/* Never at once, though this may be the thread of the context already: the task still has its own reference when it
 * lets go of its data. */
static void
held_free (gpointer data)
{
  Held *held = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, let_go_cb, held->object, NULL);
  g_source_attach (source, held->context);
  g_main_context_unref (held->context);
  g_free (held);
}

/**
 * gf_task_run_in_thread:
 * @task: a task
 * @function: what it does
 *
 * As g_task_run_in_thread(), but the source object of @task is never finalized in another thread than that of the
 * main context in which @task was made. GTask alone does not see to that: its worker may drop the last reference to the
 * task, and with it that to the source object, after the callback has run and everybody else has let go.
 * The context must be run on for the object to be freed.
 */
void
gf_task_run_in_thread (GTask           *task,
                       GTaskThreadFunc  function)
{
  g_return_if_fail (G_IS_TASK (task) && function != NULL);

  if (g_task_get_source_object (task) != NULL)
    {
      Held *held = g_new0 (Held, 1);

      held->object = g_object_ref (g_task_get_source_object (task));
      held->context = g_main_context_ref (g_task_get_context (task));
      /* The data of an object go last of all, after what its class keeps. */
      g_object_set_data_full (G_OBJECT (task), "gf-task-source", held, held_free);
    }
  g_task_run_in_thread (task, function);
}
