"""What the program says of the centre: set-up, registration, requests and events it refuses."""

from __future__ import annotations

from desktop.ui.wording import Words

_IT = "请联系系统管理员"

EXCHANGE_ERRORS: dict[str, Words] = {
    "ADDRESS_FORM": Words(
        "中心地址应以 https:// 或 http:// 开头",
        "A centre's address begins with https:// or http://",
    ),
    "CODE_UNKNOWN": Words(
        "注册码不对、已用过或已过期，请向县级中心再要一个",
        "The registration code is wrong, used or expired; ask the centre for another",
    ),
    "COUNTY_MISMATCH": Words(
        "本站所在县与该中心不同，请核对中心地址",
        "This station is in another county than the centre; check the address",
    ),
    "DIVISION_MISMATCH": Words(
        "注册码是给别的乡镇的，请核对区划", "The code is for another township; check the division"
    ),
    "TRAINING_MISMATCH": Words(
        "培训站只能连接培训中心，正式站只能连接正式中心",
        "Training stations and real centres never meet, nor the other way round",
    ),
    "STATION_TAKEN": Words(
        f"这个站号已由另一套密钥注册（可能是复制的数据），{_IT}",
        "This station id is registered with another key (perhaps a copied folder); call IT",
    ),
    "STATION_UNKNOWN": Words(
        f"中心不认识本站，可能尚未注册或已注销，{_IT}",
        "The centre does not know this station; it may have been removed. Call IT",
    ),
    "STATIONS_FULL": Words(
        "本县工作站编号已用完，请县级中心清理停用的站",
        "The county's station codes are used up; the centre must retire some",
    ),
    "PROTOCOL_UNKNOWN": Words(
        "本程序与中心的版本不相容，请升级较旧的一方",
        "This program and the centre speak different versions; upgrade the older one",
    ),
    "REQUEST_REPLAYED": Words(
        "中心认为这次请求已发过，稍后会自动再试",
        "The centre has seen this request before; it is tried again by itself",
    ),
    "REQUEST_SIGNATURE": Words(
        f"中心无法确认请求出自本站，{_IT}", "The request's signature does not hold; call IT"
    ),
    "REQUEST_UNSIGNED": Words("请求没有签名，中心不受理", "The request is not signed"),
    "MESSAGE_TOO_LARGE": Words("报文过大，未处理", "The message is too large and was not read"),
    "MESSAGE_UNREADABLE": Words(
        "报文无法读取，未处理，稍后会自动再试", "The message cannot be read; it is tried again"
    ),
    "RANGES_FORM": Words(
        "县中心读不懂本站要核对的范围，请升级较旧的一方；业务照常交换",
        "The centre cannot read which part was to be compared; upgrade the older one. Work goes on",
    ),
    "LINE_SLOW": Words(
        "线路太慢，请求没有收完，稍后会自动再试", "The line is too slow; tried again"
    ),
    "PATH_UNKNOWN": Words("该地址不是参保台中心", "There is no Canbao centre at this address"),
    "EVENT_UNREADABLE": Words(
        "有一条业务记录由更新的程序写成，请先升级本程序",
        "A record was written by a newer program; upgrade this one first",
    ),
    "EVENT_HASH": Words(
        f"有一条业务记录与其校验值不符，已原样保留，{_IT}",
        "A record does not match its hash; it is kept as it is. Call IT",
    ),
    "EVENT_SIGNATURE": Words(
        f"有一条业务记录的签名不符，已原样保留，{_IT}",
        "A record's signature does not hold; it is kept as it is. Call IT",
    ),
    "EVENT_NOT_OWN": Words(
        f"有一条待上传记录不属于本站，已原样保留，{_IT}",
        "A pending record is not this station's; it is kept as it is. Call IT",
    ),
    "EVENT_PROTOCOL": Words(
        "有一条记录的格式版本中心不认识，请中心升级", "The centre must be upgraded to read a record"
    ),
    "EVENT_LIMITS": Words(
        f"有一条记录超出中心的限额，已原样保留，{_IT}",
        "A record exceeds the centre's limits; it is kept as it is. Call IT",
    ),
    "CENTRE_EXISTS": Words("这个文件夹已有中心", "This folder already holds a centre"),
    "CENTRE_NOT_SET_UP": Words(
        "这个文件夹还没有中心，请先执行 server init",
        "This folder holds no centre yet; run server init first",
    ),
    "DIVISION_FORM": Words("区划代码是 6、9 或 12 位数字", "A division code has 6, 9 or 12 digits"),
    "COUNTY_FORM": Words("县级代码是 6 位数字", "A county code has 6 digits"),
    "LISTEN_FORM": Words("监听地址写作 主机:端口", "The address to listen on is HOST:PORT"),
    "LISTEN_FAILED": Words(
        "监听地址用不了，可能已被别的程序占用", "The address cannot be listened on; is it taken?"
    ),
    "ACCOUNT_EXISTS": Words("已有同名账户", "There is already such an account"),
    "SIGN_IN": Words("账户或口令不对", "Wrong account or password"),
    "FILTER_SIGNATURE": Words(
        f"收到的县内名册不是本县中心签发的，未采用，{_IT}",
        "The county list that came is not signed by this centre; it was not taken. Call IT",
    ),
    "FILTER_COUNTY": Words(
        f"收到的是外县的名册，未采用，{_IT}",
        "The county list that came is another county's; it was not taken. Call IT",
    ),
    "FILTER_OLDER": Words(
        f"收到的县内名册比本机的还旧，未采用，{_IT}",
        "The county list that came is older than the one here; it was not taken. Call IT",
    ),
    "FILTER_ALTERED": Words(
        "县内名册在路上被改动，已丢弃，会重新下载",
        "The county list was altered on its way; it was dropped and will be brought again",
    ),
    "FILTER_UNREADABLE": Words(
        "县内名册读不出来，未采用；可能需要升级程序",
        "The county list cannot be read and was not taken; the program may need an upgrade",
    ),
    "LIST_LARGE": Words("名单过大，请分县导出", "The list is too large: one county at a time"),
    "LIST_UNREADABLE": Words(
        "名单不是 CSV 文本（UTF-8 或 GB18030）", "The list is no CSV text in UTF-8 or GB 18030"
    ),
    "LIST_NUMBERS_NONE": Words(
        "名单里没有一个证件号码，未改动原名单",
        "The list holds no identity number; the former one stays",
    ),
}
