/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding.h"

#include "gf-table-error.h"

#include <string.h>

static const char *
guess (const char *bytes,
       gsize       length,
       gsize      *bom)
{
  return gf_encoding_guess ((const guint8 *) bytes, length, TRUE, bom);
}

static void
test_marks (void)
{
  gsize bom;

  g_assert_cmpstr (guess ("\357\273\277a", 4, &bom), ==, "UTF-8");
  g_assert_cmpuint (bom, ==, 3);
  g_assert_cmpstr (guess ("\377\376a\0", 4, &bom), ==, "UTF-16LE");
  g_assert_cmpuint (bom, ==, 2);
  g_assert_cmpstr (guess ("\376\377\0a", 4, &bom), ==, "UTF-16BE");
  g_assert_cmpstr (guess ("\377\376\0\0a\0\0\0", 8, &bom), ==, "UTF-32LE");
  g_assert_cmpuint (bom, ==, 4);
  g_assert_cmpstr (guess ("\0\0\376\377\0\0\0a", 8, &bom), ==, "UTF-32BE");
}

static void
test_without_marks (void)
{
  gsize bom;

  g_assert_cmpstr (guess ("plain,text\n", 11, &bom), ==, "UTF-8");
  g_assert_cmpuint (bom, ==, 0);
  g_assert_cmpstr (guess ("Müller\n", strlen ("Müller\n"), &bom), ==, "UTF-8");
  g_assert_cmpstr (guess ("a\0,\0b\0\n\0c\0,\0d\0", 14, &bom), ==, "UTF-16LE");
  g_assert_cmpstr (guess ("\0a\0,\0b\0\n\0c\0,\0d", 14, &bom), ==, "UTF-16BE");
  g_assert_cmpstr (guess ("M\374ller,Stra\337e\n", 13, &bom), ==, "windows-1252");
  /* One stray byte in much UTF-8. */
  const char *mostly = "äöü äöü äöü \374 äöü";
  g_assert_cmpstr (guess (mostly, strlen (mostly), &bom), ==, "UTF-8");
  /* A character cut off at the end of a sample is no fault. */
  g_assert_cmpstr (gf_encoding_guess ((const guint8 *) "a\303", 2, FALSE, &bom), ==, "UTF-8");
}

/* A few customers, as a spreadsheet saves them in the encoding of its country. The words are no part of what the weights
 * of letters were counted over. */
static void
few_words_tell_their_encoding (void)
{
  static const struct
  {
    const char *encoding;
    const char *text;
  } cases[] = {
    { "windows-1250", "Firma,Miasto\nZakład Usług Wiśniewski,Łódź\nŻak i Wójcik,Gdańsk\n" },
    { "ISO-8859-2", "Firma,Miasto\nZakład Usług Wiśniewski,Łódź\nŻak i Wójcik,Gdańsk\n" },
    { "windows-1250", "Firma;Město\nNovák a Dvořák;Plzeň\nŠkoda výroba;Hradec Králové\nVeselý;Děčín\n" },
    { "windows-1250", "Cég;Város\nErdős és Szőke;Győr\nFűtés Kovács;Székesfehérvár\n" },
    { "windows-1250", "Firma,Oraş\nPopescu Construcţii,Timişoara\nŞtefănescu,Braşov\n" },
    { "windows-1250", "Tvrtka,Grad\nKovačević Građevina,Šibenik\nMarić,Požega\n" },
    { "windows-1252", "Cliente,Cidade\nGonçalves Construção,São Paulo\nJoão Comunicações,Maranhão\n" },
    { "windows-1252", "Cliente,Ciudad\nMuñoz e Ibáñez,Logroño\nNúñez,A Coruña\n" },
    { "windows-1252", "Kunde,By\nSørensen,Tromsø\nÅkesson,Malmö\nJørgensen,Næstved\n" },
    { "windows-1252", "Client,Ville\nSociété Générale,Orléans\nLefèvre,Besançon\n" },
    { "windows-1252", "Name,City\nMüller,Zürich\nØrsted,København\nPeña,São Paulo\nNoël,Orléans\n" },
    { "windows-1252", "Name,Note\nAcme,“smart” – and more\nBeta,it’s €5\n" },
    { "windows-1254", "Şirket,Şehir\nYılmaz İnşaat,Eskişehir\nŞahin Eğitim,Muğla\n" },
    { "windows-1257", "Įmonė,Miestas\nŽemaitis,Panevėžys\nKazlauskienė,Šiauliai\nSIA Būvniecība,Rīga\n" },
    { "macintosh", "Kunde,Stadt\nMüller & Söhne,München\nJäger,Gießen\nSchröder,Köln\n" },
    { "IBM850", "Kunde,Stadt\nMüller & Söhne,München\nJäger,Gießen\nSchröder,Köln\n" },
    { "macintosh", "Client,Ville\nSociété Générale,Orléans\nLefèvre,Besançon\nHôtel Frère,Nîmes\n" },
    { "macintosh", "Cliente,Ciudad\nMuñoz e Ibáñez,Logroño\nRodríguez,León\nPeña,Mérida\n" },
    { "IBM850", "Cliente,Ciudad\nMuñoz e Ibáñez,Logroño\nRodríguez,León\nPeña,Mérida\n" },
    /* Spaces that do not break stand between words. */
    { "windows-1252", "Note\nCEO\302\240Carly\302\240Fiorina\302\240spoke at “Murphy’s”\n"
                      "Bobby\302\240Jindal\302\240met a\302\240man of\302\240Iowa\n" },
    { "windows-1251", "Компания,Город\nСтроительство,Москва\nИванов,Казань\n" },
    { "Shift_JIS", "name,city\n広告,大阪\n営業部,東京\n" },
    { "KOI8-R", "Компания,Город\nСтроительство,Москва\nИванов,Казань\n" },
    { "windows-1252", "Note\n“word” and “more” of it\ndon’t – one’s\n" },
    /* One word in every row, and letters that make no words. */
    { "windows-1252", "première,second,troisième\npremière,second,troisième\nsixième,x,première\n" },
    { "windows-1252", "ýýýýý ýýýý,ýý\nýýý ýýýýý,Ø\nýýýý ýýýýýý,ðý\n" },
    /* Without their marks. */
    { "UTF-32LE", "name,city\nÅse,東京\n" },
    { "UTF-32BE", "name,city\nÅse,東京\n" },
    { "UTF-16LE", "name,city\nÅse,東京\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length, bom;
      g_autofree char *bytes = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, &error);

      g_assert_no_error (error);
      g_test_message ("%s in %s", cases[i].text, cases[i].encoding);
      g_assert_cmpstr (guess (bytes, length, &bom), ==, cases[i].encoding);
    }
}

/* Every byte in a row of its own makes no words in any encoding. */
static void
all_bytes_are_western (void)
{
  g_autoptr (GString) text = g_string_new ("byte\n");
  gsize bom;

  for (guint byte = 0x80; byte <= 0xff; byte++)
    {
      g_string_append_c (text, (char) byte);
      g_string_append_c (text, '\n');
    }
  const char *encoding = guess (text->str, text->len, &bom);
  g_assert_true (g_strcmp0 (encoding, "windows-1252") == 0 || g_strcmp0 (encoding, "ISO-8859-1") == 0);
}

static char *
decode (const char *encoding,
        const char *bytes,
        gsize       length,
        gsize       piece,
        guint      *n_bad)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfDecoder) decoder = gf_decoder_new (encoding, &error);
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize done = 0; done < length; done += piece)
    gf_decoder_decode (decoder, (const guint8 *) bytes + done, MIN (piece, length - done),
                       done + piece >= length, out, bad);
  *n_bad = bad->len;
  for (guint i = 0; i < bad->len; i++)
    g_assert_true (strncmp (out->str + g_array_index (bad, GfBadByte, i).offset, "\357\277\275",
                            3) == 0);

  return g_string_free (out, FALSE);
}

static void
test_decoding (void)
{
  static const struct
  {
    const char *encoding;
    const char *bytes;
    gsize length;
    const char *text;
    guint n_bad;
  } cases[] = {
    { "UTF-8", "aä€😀z", 11, "aä€😀z", 0 },
    { "UTF-8", "a\377b", 3, "a�b", 1 },
    { "UTF-8", "a\303", 2, "a�", 1 },
    { "UTF-8", "\355\240\200x", 4, "���x", 3 },
    { "UTF-8", "\300\200", 2, "��", 2 },
    { "windows-1252", "M\374ller \200", 8, "Müller €", 0 },
    { "windows-1252", "a\201b", 3, "a�b", 1 },
    { "UTF-16LE", "a\0\344\0\075\330\000\336", 8, "aä😀", 0 },
    { "UTF-16LE", "a\0\000\334b\0", 6, "a�b", 1 },
    { "UTF-16LE", "a\0b", 3, "a�", 1 },
    { "UTF-16BE", "\0a\0\344", 4, "aä", 0 },
    { "UTF-32LE", "a\0\0\0\344\0\0\0", 8, "aä", 0 },
    { "UTF-8 (twice)", "Caf\303\203\302\251 \303\242\342\202\254\342\204\242s", 17, "Café ’s", 0 },
    { "UTF-8 (twice)", "\303\203\302\251\377\303\203a\303\203", 10, "é�ÃaÃ", 1 },
    { "UTF-8 (twice)", "\303\251\303\203\302\251\303\251", 8, "ééé", 0 },
    { "Shift_JIS", "\226\274\221\117", 4, "名前", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 12; piece++)
      {
        guint n_bad;
        g_autofree char *text = decode (cases[i].encoding, cases[i].bytes, cases[i].length, piece,
                                        &n_bad);

        g_assert_cmpstr (text, ==, cases[i].text);
        g_assert_cmpuint (n_bad, ==, cases[i].n_bad);
      }
}

static void
test_unknown_encoding (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_decoder_new ("KLINGON-1", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_ENCODING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/encoding/marks", test_marks);
  g_test_add_func ("/table/encoding/without-marks", test_without_marks);
  g_test_add_func ("/table/encoding/few-words-tell-their-encoding", few_words_tell_their_encoding);
  g_test_add_func ("/table/encoding/all-bytes-are-western", all_bytes_are_western);
  g_test_add_func ("/table/encoding/decoding", test_decoding);
  g_test_add_func ("/table/encoding/unknown-encoding", test_unknown_encoding);

  return g_test_run ();
}
