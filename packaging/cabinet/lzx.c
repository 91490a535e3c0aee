/* Compresses standard input into the data blocks (CFDATA) of a cabinet, by LZX with a window of
 * 2 MiB, and writes them to standard output; the number of blocks goes to standard error.
 *
 * The format is that of the Cabinet SDK's "LZX Data Compression Format": frames of 32 KiB, each in
 * a block of its own and ending on 16 bits, no match across two frames, calls of x86 code (E8)
 * translated. Every prefix code is complete, as Windows' own decoder wants it. packaging/cabinet.py
 * builds this, writes the cabinet around it and reads it back.
 *
 * Usage: lzx DEPTH PASSES    how many candidates a match search looks at; parses of each piece
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME = 32768,
    PIECE = 4 * FRAME, /* what one set of prefix codes serves */
    WINDOW = 1 << 21,
    FARTHEST = WINDOW - 3,
    LENGTH_MIN = 2,
    LENGTH_MAX = 257,
    LENGTH_ENOUGH = 96, /* so long a match is taken without looking further */
    SLOTS = 50,
    MAIN = 256 + 8 * SLOTS,
    LENGTHS = 249,
    ALIGNED = 8,
    PRETREE = 20,
    HASH_BITS = 17,
    KEPT = 24, /* matches a position, on the average of a piece */
    RESERVE = 16, /* bytes behind the data that may be read */
    TRANSLATED = 0x10000000 /* beyond any position in the stream */
};

typedef struct {
    uint32_t length, offset;
} Match;

typedef struct {
    uint32_t cost, from, length; /* length 1: a literal */
    uint32_t kind;               /* 0-2: one of the last offsets, else offset + 2 */
    uint32_t last[3];
} Node;

typedef struct {
    uint32_t length, kind; /* length 1: a literal, its byte in kind */
} Item;

typedef struct {
    uint32_t main[MAIN], length[LENGTHS], aligned[ALIGNED];
} Counts;

typedef struct {
    uint8_t main[MAIN], length[LENGTHS], aligned[ALIGNED];
} Code;

static uint8_t *data;
static size_t total;
static int depth, passes;
static uint32_t slot_base[SLOTS + 1];
static uint8_t slot_bits[SLOTS];

static void die(const char *why)
{
    fprintf(stderr, "lzx: %s\n", why);
    exit(1);
}

static void *room(size_t size)
{
    void *made = calloc(1, size);
    if (made == NULL)
        die("no memory");
    return made;
}

/* ---- what is written ------------------------------------------------------------------- */

static uint8_t frame[FRAME + 6144];
static size_t frame_size;
static uint32_t held;
static int held_bits;
static long blocks;

static void put(uint32_t value, int bits)
{
    while (bits > 0) {
        int now = bits < 16 - held_bits ? bits : 16 - held_bits;
        held = (held << now) | ((value >> (bits - now)) & ((1u << now) - 1));
        held_bits += now;
        bits -= now;
        if (held_bits == 16) {
            if (frame_size + 2 > sizeof frame)
                die("a frame grew too large");
            frame[frame_size++] = held & 255;
            frame[frame_size++] = (held >> 8) & 255;
            held = 0;
            held_bits = 0;
        }
    }
}

static uint32_t checksum(const uint8_t *bytes, size_t size, uint32_t sum)
{
    uint32_t rest = 0;
    size_t at = 0;
    for (; at + 4 <= size; at += 4)
        sum ^= bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | (uint32_t)bytes[at + 3] << 24;
    for (; at < size; at++)
        rest = rest << 8 | bytes[at];
    return sum ^ rest;
}

static void end_frame(size_t plain)
{
    uint8_t head[8];
    uint32_t sum;
    if (held_bits)
        put(0, 16 - held_bits);
    head[4] = frame_size & 255;
    head[5] = frame_size >> 8;
    head[6] = plain & 255;
    head[7] = plain >> 8;
    sum = checksum(head + 4, 4, checksum(frame, frame_size, 0));
    for (int at = 0; at < 4; at++)
        head[at] = sum >> (8 * at);
    if (fwrite(head, 1, 8, stdout) != 8 || fwrite(frame, 1, frame_size, stdout) != frame_size)
        die("cannot write");
    frame_size = 0;
    blocks++;
}

/* ---- prefix codes ------------------------------------------------------------------------ */

static const uint32_t *sorted_by;

static int by_count(const void *one, const void *two)
{
    uint16_t a = *(const uint16_t *)one, b = *(const uint16_t *)two;
    if (sorted_by[a] != sorted_by[b])
        return sorted_by[a] < sorted_by[b] ? -1 : 1;
    return a < b ? -1 : 1;
}

/* Lengths of a complete prefix code no longer than `longest`; at least two symbols get one. */
static void make_lengths(const uint32_t *counts, int symbols, int longest, uint8_t *lengths)
{
    uint32_t weighed[MAIN], node[2 * MAIN];
    uint16_t order[MAIN];
    int parent[2 * MAIN], deep[2 * MAIN];
    int used = 0, leaf = 0, inner, next;
    memcpy(weighed, counts, symbols * sizeof *counts);
    for (int at = 0; at < symbols; at++)
        used += weighed[at] > 0;
    for (int at = 0; used < 2; at++)
        if (!weighed[at])
            weighed[at] = 1, used++;
    for (;;) {
        int worst = 0;
        used = 0;
        for (int at = 0; at < symbols; at++)
            if (weighed[at])
                order[used++] = at;
        sorted_by = weighed;
        qsort(order, used, sizeof *order, by_count);
        for (int at = 0; at < used; at++)
            node[at] = weighed[order[at]];
        leaf = 0, inner = used;
        for (next = used; next < 2 * used - 1; next++) {
            int pair[2];
            for (int at = 0; at < 2; at++)
                pair[at] = leaf < used && (inner == next || node[leaf] <= node[inner]) ? leaf++
                                                                                    : inner++;
            node[next] = node[pair[0]] + node[pair[1]];
            parent[pair[0]] = parent[pair[1]] = next;
        }
        deep[2 * used - 2] = 0;
        for (int at = 2 * used - 3; at >= 0; at--)
            deep[at] = deep[parent[at]] + 1;
        memset(lengths, 0, symbols);
        for (int at = 0; at < used; at++) {
            lengths[order[at]] = deep[at];
            if (deep[at] > worst)
                worst = deep[at];
        }
        if (worst <= longest)
            return;
        for (int at = 0; at < symbols; at++) /* flatter, until it fits */
            if (weighed[at])
                weighed[at] = weighed[at] / 2 + 1;
    }
}

static void make_codewords(const uint8_t *lengths, int symbols, uint16_t *words)
{
    uint32_t next = 0;
    for (int bits = 1; bits <= 16; bits++, next <<= 1)
        for (int at = 0; at < symbols; at++)
            if (lengths[at] == bits)
                words[at] = next++;
}

/* Writes the lengths in `now` as they differ from those in `before`. */
static void put_lengths(const uint8_t *now, const uint8_t *before, int symbols)
{
    uint8_t kinds[MAIN], extra[MAIN], follows[MAIN], pre[PRETREE];
    uint32_t counts[PRETREE] = {0};
    uint16_t words[PRETREE];
    int entries = 0;
    for (int at = 0; at < symbols;) {
        int run = 1;
        while (at + run < symbols && now[at + run] == now[at])
            run++;
        follows[entries] = 0;
        if (now[at] == 0 && run >= 4) {
            if (run > 51)
                run = 51;
            kinds[entries] = run >= 20 ? 18 : 17;
            extra[entries] = run >= 20 ? run - 20 : run - 4;
        } else if (run >= 4) {
            run = run > 5 ? 5 : run;
            kinds[entries] = 19;
            extra[entries] = run - 4;
            follows[entries] = (before[at] + 17 - now[at]) % 17;
            counts[follows[entries]]++;
        } else {
            run = 1;
            kinds[entries] = (before[at] + 17 - now[at]) % 17;
        }
        counts[kinds[entries++]]++;
        at += run;
    }
    make_lengths(counts, PRETREE, 15, pre);
    make_codewords(pre, PRETREE, words);
    for (int at = 0; at < PRETREE; at++)
        put(pre[at], 4);
    for (int at = 0; at < entries; at++) {
        put(words[kinds[at]], pre[kinds[at]]);
        if (kinds[at] == 17)
            put(extra[at], 4);
        else if (kinds[at] == 18)
            put(extra[at], 5);
        else if (kinds[at] == 19) {
            put(extra[at], 1);
            put(words[follows[at]], pre[follows[at]]);
        }
    }
}

/* ---- matches ----------------------------------------------------------------------------- */

static uint32_t *heads2, *heads3, *tree; /* positions are kept as position + 1 */

static int slot_of(uint32_t kind)
{
    int low = 0, high = SLOTS;
    if (kind < 4)
        return kind;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (slot_base[middle] <= kind)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Puts position `at` into the tree of what came before; lists ever longer matches, nearest first. */
static int search(size_t at, uint32_t limit, Match *found)
{
    uint32_t two = data[at] | data[at + 1] << 8;
    uint32_t three = ((two | (uint32_t)data[at + 2] << 16) * 0x9E3779B1u) >> (32 - HASH_BITS);
    uint32_t near = heads2[two], next = heads3[three], best = 1, left_length = 0, right_length = 0;
    uint32_t *left = &tree[2 * (at % WINDOW)], *right = left + 1;
    int number = 0;
    heads2[two] = at + 1;
    heads3[three] = at + 1;
    if (near && at - (near - 1) <= FARTHEST && limit >= 2) {
        found[number].length = best = 2;
        found[number++].offset = at - (near - 1);
    }
    for (int tries = depth; next && at - (next - 1) <= FARTHEST; tries--) {
        size_t other = next - 1;
        uint32_t *pair = &tree[2 * (other % WINDOW)];
        uint32_t same = left_length < right_length ? left_length : right_length;
        if (tries == 0) {
            *left = *right = 0;
            return number;
        }
        while (same < limit && data[other + same] == data[at + same])
            same++;
        if (same > best) {
            best = same;
            found[number].length = same;
            found[number++].offset = at - other;
        }
        if (same >= limit) {
            *left = pair[0];
            *right = pair[1];
            return number;
        }
        if (data[other + same] < data[at + same]) {
            *left = next;
            left = &pair[1];
            left_length = same;
            next = *left;
        } else {
            *right = next;
            right = &pair[0];
            right_length = same;
            next = *right;
        }
    }
    *left = *right = 0;
    return number;
}

/* ---- one piece ----------------------------------------------------------------------------- */

static Match *cache;
static size_t *cache_start;
static Node *nodes;
static Item *items;
static uint32_t last[3] = {1, 1, 1};

static uint32_t frame_end(size_t start, size_t size, size_t at)
{
    size_t end = (at / FRAME + 1) * FRAME;
    return (end > start + size ? start + size : end) - at;
}

static void find_matches(size_t start, size_t size)
{
    size_t number = 0, skip = 0;
    for (size_t at = 0; at < size; at++) {
        Match found[LENGTH_MAX + 1];
        /* The tree is sorted by as many bytes as are compared: always the same number. */
        uint32_t limit = total - start - at < LENGTH_MAX ? total - start - at : LENGTH_MAX;
        uint32_t room_left = frame_end(start, size, start + at);
        int some = limit == LENGTH_MAX ? search(start + at, limit, found) : 0;
        cache_start[at] = number;
        if (skip) {
            skip--;
            continue;
        }
        for (int one = 0; one < some; one++) {
            if (found[one].length > room_left)
                found[one].length = room_left;
            if (found[one].length < LENGTH_MIN || number == (size_t)PIECE * KEPT)
                continue;
            cache[number++] = found[one];
            if (found[one].length == room_left)
                break;
        }
        if (number > cache_start[at] && cache[number - 1].length >= LENGTH_ENOUGH)
            skip = cache[number - 1].length - 1;
    }
    cache_start[size] = number;
}

typedef struct {
    uint32_t literal[256], slot[SLOTS][8], length[LENGTHS], aligned[ALIGNED];
} Costs;

static uint32_t length_cost(const Costs *costs, int slot, uint32_t length)
{
    if (length < 9)
        return costs->slot[slot][length - 2];
    return costs->slot[slot][7] + costs->length[length - 9];
}

static void relax(size_t from, uint32_t length, uint32_t kind, uint32_t cost)
{
    Node *to = &nodes[from + length];
    if (cost < to->cost) {
        to->cost = cost;
        to->from = from;
        to->length = length;
        to->kind = kind;
    }
}

static void settle(Node *node)
{
    const Node *from = &nodes[node->from];
    uint32_t swap;
    memcpy(node->last, from->last, sizeof node->last);
    if (node->length == 1 && node->kind >= 0x80000000u)
        return;
    if (node->kind >= 3) {
        node->last[2] = from->last[1];
        node->last[1] = from->last[0];
        node->last[0] = node->kind - 2;
    } else {
        swap = node->last[node->kind];
        node->last[node->kind] = node->last[0];
        node->last[0] = swap;
    }
}

static size_t parse(size_t start, size_t size, const Costs *costs)
{
    size_t number = 0;
    for (size_t at = 1; at <= size; at++)
        nodes[at].cost = UINT32_MAX;
    nodes[0].cost = 0;
    memcpy(nodes[0].last, last, sizeof last);
    for (size_t at = 0; at < size; at++) {
        const uint8_t *here = data + start + at;
        uint32_t limit, shortest = LENGTH_MIN, longest_again = 0;
        Node *node = &nodes[at];
        if (node->cost == UINT32_MAX)
            continue; /* inside a long match */
        if (at)
            settle(node);
        limit = frame_end(start, size, start + at);
        if (limit > LENGTH_MAX)
            limit = LENGTH_MAX;
        for (int which = 0; which < 3; which++) {
            uint32_t same = 0, offset = node->last[which];
            if (offset > start + at)
                continue;
            while (same < limit && here[same] == *(here + same - offset))
                same++;
            for (uint32_t length = LENGTH_MIN; length <= same; length++)
                relax(at, length, which, node->cost + length_cost(costs, which, length));
            if (same > longest_again)
                longest_again = same;
        }
        if (longest_again >= LENGTH_ENOUGH) {
            at += longest_again - 1;
            continue;
        }
        relax(at, 1, 0x80000000u | *here, node->cost + costs->literal[*here]);
        for (size_t one = cache_start[at]; one < cache_start[at + 1]; one++) {
            uint32_t kind = cache[one].offset + 2, bits, cost;
            int slot = slot_of(kind);
            bits = slot_bits[slot];
            cost = node->cost + (bits >= 3 ? (bits - 3) * 64 + costs->aligned[kind & 7] : bits * 64);
            if (cache[one].length >= LENGTH_ENOUGH)
                shortest = cache[one].length;
            for (; shortest <= cache[one].length; shortest++)
                relax(at, shortest, kind, cost + length_cost(costs, slot, shortest));
            if (cache[one].length >= LENGTH_ENOUGH) {
                at += cache[one].length - 1;
                break;
            }
        }
    }
    settle(&nodes[size]);
    for (size_t at = size; at > 0; at = nodes[at].from) {
        items[number].length = nodes[at].length;
        items[number++].kind = nodes[at].kind & 0x7FFFFFFFu;
    }
    for (size_t one = 0; one < number / 2; one++) {
        Item other = items[one];
        items[one] = items[number - 1 - one];
        items[number - 1 - one] = other;
    }
    return number;
}

static void count(size_t number, Counts *counts)
{
    memset(counts, 0, sizeof *counts);
    for (size_t one = 0; one < number; one++) {
        uint32_t head = items[one].length - 2;
        int slot;
        if (items[one].length == 1) {
            counts->main[items[one].kind]++;
            continue;
        }
        slot = slot_of(items[one].kind);
        counts->main[256 + 8 * slot + (head < 7 ? head : 7)]++;
        if (head >= 7)
            counts->length[head - 7]++;
        if (slot_bits[slot] >= 3)
            counts->aligned[items[one].kind & 7]++;
    }
}

static uint32_t price(uint8_t bits, uint32_t unused)
{
    return 64 * (bits ? bits : unused);
}

static void set_costs(const Code *code, Costs *costs)
{
    for (int at = 0; at < 256; at++)
        costs->literal[at] = price(code->main[at], 13);
    for (int slot = 0; slot < SLOTS; slot++)
        for (int head = 0; head < 8; head++)
            costs->slot[slot][head] = price(code->main[256 + 8 * slot + head], 13);
    for (int at = 0; at < LENGTHS; at++)
        costs->length[at] = price(code->length[at], 11);
    for (int at = 0; at < ALIGNED; at++)
        costs->aligned[at] = price(code->aligned[at], 6);
}

static void make_code(const Counts *counts, Code *code)
{
    make_lengths(counts->main, MAIN, 16, code->main);
    make_lengths(counts->length, LENGTHS, 16, code->length);
    make_lengths(counts->aligned, ALIGNED, 7, code->aligned);
}

static int aligned_pays(const Counts *counts, const Code *code)
{
    long plain = 0, aligned = 3 * ALIGNED;
    for (int at = 0; at < ALIGNED; at++) {
        plain += 3L * counts->aligned[at];
        aligned += (long)code->aligned[at] * counts->aligned[at];
    }
    return aligned < plain;
}

static void put_piece(size_t start, size_t size, size_t number, const Counts *counts,
                      const Code *code, const Code *before)
{
    uint16_t main[MAIN], length[LENGTHS], aligned[ALIGNED];
    int with_aligned = aligned_pays(counts, code);
    size_t at = start;
    make_codewords(code->main, MAIN, main);
    make_codewords(code->length, LENGTHS, length);
    make_codewords(code->aligned, ALIGNED, aligned);
    put(with_aligned ? 2 : 1, 3);
    put(size >> 8, 16);
    put(size & 255, 8);
    for (int one = 0; with_aligned && one < ALIGNED; one++)
        put(code->aligned[one], 3);
    put_lengths(code->main, before->main, 256);
    put_lengths(code->main + 256, before->main + 256, MAIN - 256);
    put_lengths(code->length, before->length, LENGTHS);
    for (size_t one = 0; one < number; one++) {
        uint32_t kind = items[one].kind, head = items[one].length - 2;
        if (items[one].length == 1) {
            put(main[kind], code->main[kind]);
        } else {
            int slot = slot_of(kind), bits = slot_bits[slot];
            int symbol = 256 + 8 * slot + (head < 7 ? head : 7);
            put(main[symbol], code->main[symbol]);
            if (head >= 7)
                put(length[head - 7], code->length[head - 7]);
            if (with_aligned && bits >= 3) {
                put((kind - slot_base[slot]) >> 3, bits - 3);
                put(aligned[kind & 7], code->aligned[kind & 7]);
            } else if (slot >= 3) {
                put(kind - slot_base[slot], bits);
            }
        }
        at += items[one].length;
        if (at % FRAME == 0)
            end_frame(FRAME);
    }
    if (at == total && at % FRAME)
        end_frame(at % FRAME);
}

/* ---- the whole ---------------------------------------------------------------------------- */

static void translate_calls(void)
{
    for (size_t start = 0; start < total; start += FRAME) {
        size_t size = total - start < FRAME ? total - start : FRAME;
        for (size_t at = 0; size > 10 && at < size - 10; at++) {
            uint8_t *call = data + start + at;
            int64_t here = start + at;
            int32_t far;
            if (*call != 0xE8)
                continue;
            far = (int32_t)(call[1] | call[2] << 8 | call[3] << 16 | (uint32_t)call[4] << 24);
            if (far >= -here && far < TRANSLATED) {
                far = far < TRANSLATED - here ? far + here : far - TRANSLATED;
                for (int byte = 0; byte < 4; byte++)
                    call[1 + byte] = (uint32_t)far >> (8 * byte);
            }
            at += 4;
        }
    }
}

static void read_all(void)
{
    size_t had = 1 << 24, got;
    data = room(had + RESERVE);
    while ((got = fread(data + total, 1, had - total, stdin)) > 0) {
        total += got;
        if (total == had) {
            had *= 2;
            data = realloc(data, had + RESERVE);
            if (data == NULL)
                die("no memory");
        }
    }
    if (ferror(stdin) || total >= TRANSLATED)
        die("cannot read so much");
    memset(data + total, 0, RESERVE);
}

int main(int argc, char **argv)
{
    static Code code, before;
    static Counts counts;
    static Costs costs;
    if (argc != 3 || (depth = atoi(argv[1])) < 1 || (passes = atoi(argv[2])) < 1)
        die("usage: lzx DEPTH PASSES");
    for (int slot = 0; slot < SLOTS; slot++) {
        slot_bits[slot] = slot < 4 ? 0 : slot / 2 - 1 > 17 ? 17 : slot / 2 - 1;
        slot_base[slot + 1] = slot_base[slot] + (1u << slot_bits[slot]);
    }
    read_all();
    translate_calls();
    heads2 = room(65536 * sizeof *heads2);
    heads3 = room((1 << HASH_BITS) * sizeof *heads3);
    tree = room(2 * (size_t)WINDOW * sizeof *tree);
    cache = room((size_t)PIECE * KEPT * sizeof *cache);
    cache_start = room((PIECE + 1) * sizeof *cache_start);
    nodes = room((PIECE + 1) * sizeof *nodes);
    items = room(PIECE * sizeof *items);
    put(1, 1);
    put(TRANSLATED >> 16, 16);
    put(TRANSLATED & 0xFFFF, 16);
    memset(code.main, 9, MAIN);
    memset(code.length, 8, LENGTHS);
    memset(code.aligned, 3, ALIGNED);
    for (size_t start = 0; start < total; start += PIECE) {
        size_t size = total - start < PIECE ? total - start : PIECE, number = 0;
        find_matches(start, size);
        for (int pass = 0; pass < passes; pass++) {
            set_costs(&code, &costs);
            number = parse(start, size, &costs);
            count(number, &counts);
            make_code(&counts, &code);
        }
        put_piece(start, size, number, &counts, &code, &before);
        memcpy(last, nodes[size].last, sizeof last);
        before = code;
    }
    if (fflush(stdout))
        die("cannot write");
    fprintf(stderr, "%ld\n", blocks);
    return 0;
}
