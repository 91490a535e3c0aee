/* The SDT interface of an identity-card reader, as a plaything for tests: what it does stands in
 * the file that CANBAO_SDT_PLAY names, one word, then for "card" the card's text in hex. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DONE 0x90

static char word[32];
static char hex[1024];

static void look(void)
{
    const char *path = getenv("CANBAO_SDT_PLAY");
    FILE *file = path ? fopen(path, "r") : NULL;
    strcpy(word, "none");
    hex[0] = 0;
    if (file) {
        if (fscanf(file, "%31s %1023s", word, hex) < 1)
            strcpy(word, "none");
        fclose(file);
    }
}

static int is(const char *name) { return strcmp(word, name) == 0; }

/* Vendors leave what they read in the temporary folder, and talk on standard output. */
static void litter(const void *text, unsigned int count)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];
    FILE *file;
    snprintf(path, sizeof path, "%s/wz.txt", folder ? folder : "/tmp");
    if ((file = fopen(path, "wb"))) {
        fwrite(text, 1, count, file);
        fclose(file);
    }
    printf("vendor: card read\n");
    fflush(stdout);
}

int SDT_OpenPort(int port)
{
    look();
    return !is("none") && port == 1002 ? DONE : 0x01;
}

int SDT_ClosePort(int port) { (void)port; return DONE; }

int SDT_GetSAMStatus(int port, int open)
{
    (void)port; (void)open;
    return is("sam") ? 0x60 : DONE;
}

int SDT_GetSAMIDToStr(int port, char *label, int open)
{
    (void)port; (void)open;
    strcpy(label, "05.03-20210101-0000001234-0000005678");
    return DONE;
}

int SDT_StartFindIDCard(int port, unsigned char *found, int open)
{
    (void)port; (void)open;
    look();
    if (is("hang"))
        for (;;)
            pause();
    if (is("crash"))
        *(volatile int *)0 = 1;
    if (is("sam"))
        return 0x66;
    memset(found, 0, 8);
    return is("card") || is("removed") || is("odd") ? 0x9F : 0x80;
}

int SDT_SelectIDCard(int port, unsigned char *selected, int open)
{
    (void)port; (void)open;
    memset(selected, 0, 8);
    return is("odd") ? 0x77 : DONE;
}

int SDT_ReadBaseMsg(int port, unsigned char *text, unsigned int *text_count,
                    unsigned char *photo, unsigned int *photo_count, int open)
{
    unsigned int n = 0, byte;
    (void)port; (void)open;
    if (is("removed"))
        return 0x41;
    while (hex[2 * n] && sscanf(hex + 2 * n, "%2x", &byte) == 1)
        text[n++] = (unsigned char)byte;
    *text_count = n;
    memset(photo, 0xAB, 1024);
    *photo_count = 1024;
    litter(text, n);
    return DONE;
}
