"""What the program says of packets: sticks that were cut short, swapped, late; what to do."""

from __future__ import annotations

from desktop.ui.wording import Words

_IT = "请联系系统管理员"

PACKET_ERRORS: dict[str, Words] = {
    "PACKET_UNREADABLE": Words(
        "这个文件不是参保台的数据包，或者已经损坏，没有取用",
        "This file is no packet of Canbao Desk, or it is damaged; nothing was taken",
    ),
    "PACKET_CUT_OFF": Words(
        "数据包没有拷完（U 盘可能拔早了），没有取用；请重新拷一次",
        "The packet was not copied to its end (the stick was pulled out early?); copy it again",
    ),
    "PACKET_ALTERED": Words(
        "数据包在路上损坏或被改动，没有取用；请重新拷一次，再不行就重新写一个",
        "The packet was damaged or altered on its way; copy it again, or have it written anew",
    ),
    "PACKET_FOREIGN": Words(
        "这个数据包不是给这里的（别的工作站或别的县中心），没有取用",
        "This packet is for another station or another centre; nothing was taken",
    ),
    "PACKET_DIRECTION": Words(
        "方向不对：工作站写的包交给县中心，县中心的回执包交回工作站",
        "The wrong way round: a station's packet goes to the centre, its answer to the station",
    ),
    "PACKET_COPY": Words(
        "这个回执对应的业务不在本机（本机恢复过备份或被复制过），没有取用；请重新写一个包交县中心",
        "This answer is for entries that are not here (a restored or copied station); nothing was "
        "taken. Write a new packet for the centre",
    ),
    "PACKET_VERSION": Words(
        "数据包由更新的程序写成，请先升级本程序",
        "The packet was written by a newer program; upgrade this one first",
    ),
    "PACKET_TOO_LARGE": Words("数据包过大，没有取用", "The packet is too large; nothing was taken"),
    "PACKET_KEY": Words(
        f"数据包的密钥无效，没有取用，{_IT}", "The packet's key is not valid; call IT"
    ),
    "PACKET_OLD": Words(
        "这个回执以前取过，或比本机已有的旧；没有影响",
        "This answer was taken before, or is older than what is here; no harm done",
    ),
    "PACKET_GAP": Words(
        "这个回执接不上本机（中间的回执没有拿到）；上传结果已记下，再写一个包交县中心就会补齐",
        "This answer does not go on from here (one between is missing). What it says of our "
        "entries is kept; the next packet brings the rest",
    ),
    "PACKET_MORE": Words(
        "县中心还有数据没装下，再写一个包交过去取余下的",
        "The centre has more than had room; the next packet brings the rest",
    ),
    "OWN_EVENTS_MISSING": Words(
        "县中心有本站的业务而本机没有（恢复过旧备份）；再写一个包交县中心，会全部取回",
        "The centre holds entries of ours that are not here (an old backup was restored); the "
        "next packet brings them back",
    ),
    "RECORDS_DIFFER": Words(
        "本机与县中心核对不一致，联网时会自动重新核对；用 U 盘的，再写一个包交县中心",
        "This station and the centre do not agree. On a line it is compared again by itself; by "
        "stick, the next packet brings everything again",
    ),
    "CHAIN_FORKED": Words(
        f"县中心发现本站另有一份拷贝在用，{_IT}",
        "The centre has seen another copy of this station at work; call IT",
    ),
    "CHAIN_GAP": Words(
        "县中心缺前面的业务；再写一个包交过去就会补齐",
        "The centre lacks earlier entries; the next packet brings them",
    ),
    "FOLDER_LARGE": Words(
        "文件夹里数据包太多，请分几次", "Too many packets in the folder; take them in parts"
    ),
}

PACKET_SCREEN: dict[str, Words] = {
    "stick.pick": Words("选择 U 盘（或其中的文件夹）", "Choose the stick, or a folder on it"),
    "stick.reading": Words("正在取回执…", "Taking answers in…"),
    "stick.making": Words("正在打包…", "Packing…"),
    "stick.writing": Words("正在写入 U 盘，请勿拔出…", "Writing to the stick; leave it in…"),
    "stick.stopped": Words(
        "已停止。取到的回执已记下；U 盘上的文件没有改动",
        "Stopped. What was taken in is kept; nothing on the stick was changed",
    ),
    "keys.stick": Words("用 U 盘与县中心交换", "Exchanges with the centre by stick"),
    "keys.stick_stop": Words("停止正在进行的 U 盘交换", "Stops an exchange by stick"),
    "stick.written": Words(
        "已写好 {file}：{pushed} 条业务。现在可以拔出 U 盘，交给县中心；"
        "县中心写好回执后，再插到这里按同一个按钮",
        "{file} is written: {pushed} entries. Take the stick to the centre; when it has written "
        "its answer, bring it back here and press the same button",
    ),
    "stick.written.more": Words(
        "还有 {left} 条装不下，取回回执后再写",
        "{left} more had no room; write again after the answer",
    ),
    "stick.taken": Words(
        "取到回执：{answered} 条业务有了结果（{cases} 条待处理），收到 {pulled} 条，"
        "新号段 {granted} 个",
        "Answer taken: {answered} entries answered ({cases} with a case), {pulled} received, "
        "number ranges {granted}",
    ),
    "stick.refused": Words("{file}：{why}", "{file}: {why}"),
    "stick.none": Words(
        "U 盘上没有给本站的回执", "There is no answer for this station on the stick"
    ),
}
