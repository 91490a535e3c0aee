"""What the program says when something is refused or the environment fails."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.card_words import CARD_ERRORS
from desktop.ui.wording.case_words import CASE_ERRORS
from desktop.ui.wording.centre_errors import CENTRE_ERRORS
from desktop.ui.wording.division_words import DIVISION_ERRORS
from desktop.ui.wording.exchange_errors import EXCHANGE_ERRORS
from desktop.ui.wording.file_errors import FILE_ERRORS
from desktop.ui.wording.handover_errors import HANDOVER_ERRORS
from desktop.ui.wording.installation import INSTALLATION_ERRORS
from desktop.ui.wording.law_errors import LAW_ERRORS
from desktop.ui.wording.list_words import LIST_ERRORS
from desktop.ui.wording.money_words import MONEY_ERRORS
from desktop.ui.wording.packet_words import PACKET_ERRORS
from desktop.ui.wording.print_words import PRINT_ERRORS
from desktop.ui.wording.proxy_words import PROXY_ERRORS
from desktop.ui.wording.relocating_words import RELOCATING_ERRORS
from desktop.ui.wording.trouble_words import TROUBLE_ERRORS

ERRORS: dict[str, Words] = {
    **LAW_ERRORS,
    **CENTRE_ERRORS,
    **EXCHANGE_ERRORS,
    **FILE_ERRORS,
    **HANDOVER_ERRORS,
    **INSTALLATION_ERRORS,
    **DIVISION_ERRORS,
    **LIST_ERRORS,
    **CARD_ERRORS,
    **CASE_ERRORS,
    **MONEY_ERRORS,
    **PACKET_ERRORS,
    **TROUBLE_ERRORS,
    **RELOCATING_ERRORS,
    **PROXY_ERRORS,
    **PRINT_ERRORS,
    "PASSWORD_WRONG": Words(
        "口令不对，请重新输入；连续输错 5 次将锁定 15 分钟",
        "Wrong password. Five wrong ones in a row lock the operator for 15 minutes",
    ),
    "OPERATOR_LOCKED": Words(
        "口令连续输错，已锁定 15 分钟；到时再试，或请系统管理员重置",
        "Locked for 15 minutes after wrong passwords; try later or ask IT for a new one",
    ),
    "OPERATOR_EXISTS": Words(
        "本机已有这位经办员，请换一个登录名", "There is such an operator here; take another name"
    ),
    "OPERATOR_NAME": Words(
        "请填写登录名（不超过 200 字）", "Enter a name of at most 200 characters"
    ),
    "CANCELLED": Words("已取消，没有任何改动", "Stopped; nothing was changed"),
    "OPERATOR_UNKNOWN": Words("本机没有这位经办员", "No such operator at this station"),
    "PASSWORD_SHORT": Words("口令太短，至少 {least} 位", "Too short: at least {least} characters"),
    "SIGN_IN_NEEDED": Words("请先登录", "Sign in first"),
    "ROLE": Words(
        "您的角色不能做这件事，需要：{needs}", "Your role may not do this; needs: {needs}"
    ),
    "STATION_NOT_SET_UP": Words(
        "本机还没有建站，请系统管理员先完成建站", "This folder holds no station yet; IT sets it up"
    ),
    "STATION_EXISTS": Words("这个文件夹已有工作站", "This folder already holds a station"),
    "HOUSEHOLD_FINDINGS": Words(
        "还有 {count} 处需要改正，改好后再保存", "{count} things to correct before saving"
    ),
    "HOUSEHOLD_UNKNOWN": Words("本机没有这一户", "No such household at this station"),
    "ROSTER_PAID": Words(
        "已缴费或已在另一户参保的人不能在这里更改；请办理退费",
        "Somebody has paid or is enrolled in another household; only a refund changes that",
    ),
    "REASON_UNKNOWN": Words("没有这种未参保原因", "There is no such reason"),
    "NOTHING_PAYABLE": Words(
        "本户没有待缴费的人：都已缴费，或还没有登记", "Nobody here has anything to pay"
    ),
    "PRICE_OPEN": Words(
        "本户应缴金额待定，现在不能收费；原因见计算依据（F8）",
        "The price is not settled, nothing can be taken now; see why (F8)",
    ),
    "AMOUNT_DIFFERS": Words(
        "金额与应收不符：应收 {due} 元", "The amount differs from what is due: {due} yuan"
    ),
    "NO_RECEIPT_NUMBERS": Words(
        "收据号已用完，请同步（F5）取得新号段后再收费",
        "No receipt numbers left; exchange with the centre (F5) to get more",
    ),
    "METHOD_UNKNOWN": Words("请选择收费方式", "Choose how the money comes"),
    "METHOD_ASSISTED": Words(
        "“全额资助”只用于应收为零时，反之亦然",
        "Fully assisted is for nothing due, and only for that",
    ),
    "RECEIPT_UNKNOWN": Words("本机没有这张收据", "No such receipt at this station"),
    "TRAINING_ONLY": Words("只有培训站可以这样做", "Only a training station may do this"),
    "DISK_FULL": Words(
        "磁盘已满，刚才的操作没有保存；请腾出空间后重试，之前保存的都在",
        "The disk is full and this was not saved; free some space and try again. "
        "Everything saved before is there",
    ),
    "DISK_FAILED": Words(
        "磁盘读写失败，刚才的操作没有保存；之前保存的都在，请联系系统管理员",
        "The disk failed and this was not saved; everything saved before is there. Call IT",
    ),
    "DATABASE_BUSY": Words(
        "数据文件正被另一个程序占用，请关闭后重试", "Another program holds the data file"
    ),
    "DATABASE_DAMAGED": Words(
        "数据文件已损坏，请不要继续录入。退出程序，重新登录时按“修复数据文件”；"
        "能读出来的、备份里有的、县中心有的都会找回，缺什么会逐条告诉您",
        "The data file is damaged; stop entering. Close the program and press 'Repair the data "
        "file' when you sign in again: what can be read, what backups hold and what the centre "
        "has comes back, and what is missing is told one by one",
    ),
    "DATABASE_UNREACHABLE": Words(
        "打不开数据文件，请联系系统管理员", "The data file cannot be opened"
    ),
    "DATABASE_SIGN_IN": Words(
        "中心的数据库不接受所给的账号，请核对连接设置", "The database does not let the centre in"
    ),
    "DATABASE_ENCODING": Words(
        "中心的数据库须为 UTF8 编码，请重新建库", "The centre's database must be encoded in UTF8"
    ),
    "DATABASE_FORM": Words(
        "数据库地址应以 postgresql:// 开头", "A database is named postgresql://…"
    ),
    "COUNTY_NEEDED": Words(
        "数据库里有多个县，请指明县代码", "The database holds several counties; name one"
    ),
    "DATABASE_READ_ONLY": Words(
        "数据文件不可写，请联系系统管理员检查权限", "The data file may not be written; call IT"
    ),
    "DATABASE_NEWER": Words(
        "数据文件由更新版本的程序写成，请先升级程序；数据没有改动",
        "A newer program wrote this data; update the program first. Nothing was changed",
    ),
    "KEY_WRONG": Words(
        "密钥打不开数据文件，数据没有改动：数据库（station.db）和口令文件（vault.json）不是一套。"
        "请系统管理员把原来的一套放回",
        "The key does not open the data file, which is as it was: station.db and vault.json do "
        "not belong together. IT puts back the pair that does",
    ),
    "KEY_MISSING": Words("缺少数据文件的密钥，请联系系统管理员", "The data file's key is missing"),
    "STATION_KEY_MISSING": Words(
        "数据文件里读不出工作站签名密钥，数据没有改动。多半是 station.db 与 vault.json 不是一套："
        "请系统管理员把原来的一套放回；真是损坏的，从备份恢复",
        "The station's signing key cannot be read and nothing was changed. Most likely station.db "
        "and vault.json do not belong together: IT puts back the pair that does, or a backup",
    ),
    "VAULT_DAMAGED": Words(
        "口令文件（vault.json）已损坏，数据没有改动；请系统管理员从备份取回这个文件",
        "The password file (vault.json) is damaged and the data is as it was; IT brings that "
        "file back from a backup",
    ),
    "PRINTER_FAILED": Words(
        "打印机没有完成打印；款已收、收据号已记录，收据在打印队列里",
        "The printer did not finish. The money is recorded and the receipt is in the print queue",
    ),
    "CENTRE_UNREACHABLE": Words(
        "暂时连不上县中心；照常工作，连上后自动上传",
        "The centre cannot be reached now. Go on working: it is sent when it can be",
    ),
    "LOCAL_VALUE_FORM": Words(
        "这一项的内容不符合格式，请重新填写",
        "This does not have the form it must have; enter it again",
    ),
    "LOCAL_VALUE_NOT_OPEN": Words(
        "文件对此已有明文规定，不能另设本地参数", "The documents settle this; no local value may"
    ),
    "UNIT_CLASS_UNKNOWN": Words("没有这一类别，可选：{choices}", "No such class; one of {choices}"),
    "IDENTITY_UNKNOWN": Words("没有这种身份：{identity}", "No such identity: {identity}"),
    "WINDOW_END_PRINTED": Words(
        "集中参保缴费期的截止日文件已有明文规定，不能改设",
        "The documents print the window's last day; it cannot be set otherwise",
    ),
    "CENTRE_SLOW": Words(
        "县中心响应太慢，稍后自动再试", "The centre answers too slowly; it is tried again by itself"
    ),
    "CENTRE_CUT_OFF": Words(
        "与县中心的连接中断，稍后自动再传，不会丢失或重复",
        "The line broke off; it is sent again by itself, once",
    ),
    "CENTRE_FAILED": Words("县中心暂时出错，稍后自动再试", "The centre failed; it is tried again"),
    "CENTRE_NOT_TRUSTED": Words(
        "县中心的证书不对，没有上传任何内容；请联系系统管理员",
        "The centre's certificate is wrong and nothing was sent; call IT",
    ),
    "CENTRE_DIFFERS": Words(
        "这不是本机注册的县中心，没有上传任何内容；请联系系统管理员",
        "This is not the centre the station is registered with; nothing was sent. Call IT",
    ),
    "ANSWER_FOREIGN": Words(
        "回答的不是县中心（多半是上网登录页），请检查网络",
        "Something else answered for the centre, most likely a log-in page; check the network",
    ),
    "ANSWER_UNREADABLE": Words(
        "县中心的回答无法读取，稍后自动再试", "The centre's answer could not be read; tried again"
    ),
    "REQUEST_DOUBLED": Words(
        "县中心已收到过这次请求，稍后自动再试", "The centre had this request before; tried again"
    ),
    "NOT_REGISTERED": Words(
        "本机尚未注册到县中心，请系统管理员注册",
        "Not registered with a centre yet; IT registers it",
    ),
    "CODE_STATION_UNKNOWN": Words(
        "本机不认识开出这张收据的工作站，同步（F5）后再验",
        "The station that signed this receipt is not known here; exchange (F5) and try again",
    ),
    "FOLDER_NOT_WRITABLE": Words(
        "收据文件夹不可写；款已收、收据号已记录，请联系系统管理员",
        "The receipts folder cannot be written; the money and number are recorded. Call IT",
    ),
    "PDF_UNREADABLE": Words("收据页面无法显示，可直接打印", "The page cannot be shown; print it"),
    "PDF_TOO_LARGE": Words("收据页面过大，无法显示", "The page is too large to be shown"),
    "PRINTER_GONE": Words(
        "找不到打印机“{printer}”；收据在打印队列里，也已存为 {path}",
        "The printer {printer} is gone; the receipt is in the queue, and kept as {path}",
    ),
    "PRINTER_STOPPED": Words(
        "打印机“{printer}”已暂停或脱机；收据在打印队列里，恢复后重新打印；也已存为 {path}",
        "The printer {printer} is stopped; the receipt is in the queue, and kept as {path}",
    ),
    "OUT_OF_SCOPE": Words(
        "该地区没有收录现行政策文件，不能核定",
        "No law pack covers this division; nothing is assessed",
    ),
    "DIFFERENCE_UNKNOWN": Words(
        "本机没有这一项差额", "There is no such difference in this station's file"
    ),
    "DIFFERENCE_DECIDED": Words(
        "{operator} 已经决定了这一项", "{operator} has decided this already"
    ),
    "DECISION_DOCUMENT": Words(
        "请填写依据的条文或文号", "Enter the article or document it rests on"
    ),
    "DECISION_TEXT": Words(
        "“{field}”太长，最多 {most} 个字", "{field} is too long: {most} at most"
    ),
    "DECISION_OUTCOME": Words("请选择处理结果", "Say what becomes of it"),
    "DECISION_AMOUNT_FORM": Words("金额如 120 或 120.00", "An amount like 120 or 120.00"),
    "DECISION_AMOUNT": Words(
        "应退、应补缴、补落实资助须填金额；不予处理则不填",
        "A refund, collection or retroactive assistance needs an amount; nothing due takes none",
    ),
    "DECISION_TOO_MUCH": Words(
        "金额超过可退的已缴金额，或超过个人缴费标准的余额",
        "More than was paid, or more than the standard leaves",
    ),
    "LOCAL_VALUE_DOCUMENT": Words(
        "请填写文号：没有文件依据的参数不能设置",
        "Enter the document number: without a document there is no local value",
    ),
    "LOCAL_VALUE_COMPETENCE": Words(
        "这一项由{authority}确定，{place}不能自行设置；如有授权，请填写授权文件的文号",
        "{authority} settles this, not {place}; with a delegation, enter that document's number",
    ),
    "LOCAL_VALUE_TEXT": Words(
        "“{field}”太长，最多 {most} 个字", "{field} is too long: {most} at most"
    ),
    "LOCAL_VALUE_DIVISION": Words(
        "只能为本县或其上级（州市、省）设置；国家标准只能记在国家一级",
        "Only for this county or a division above it; a national standard only for the nation",
    ),
    "LOCAL_VALUE_SUBJECT": Words(
        "资助金额须选身份，单位类别须填单位；其他参数不填",
        "Assistance needs an identity and a unit class its unit; other kinds take neither",
    ),
    "LOCAL_VALUE_DAYS": Words("终止日早于起始日", "It ends before it begins"),
    "LOCAL_VALUE_OVERLAP": Words(
        "这些日子已有参数（{document}）；如需更改，请以新参数替换它",
        "{document} already holds on some of these days; replace that value instead",
    ),
    "LOCAL_VALUE_REPLACES": Words(
        "只能替换或撤销同一地区、同一年度、同一种、已批准的参数",
        "Only an approved value of the same place, year and kind can be replaced or taken back",
    ),
    "LOCAL_VALUE_UNKNOWN": Words("本机没有这个本地参数", "No such local value at this station"),
    "LOCAL_VALUE_STATE": Words(
        "这个参数已批准或已否决，不能再办", "It is already approved or rejected"
    ),
    "SAME_PERSON": Words(
        "提出人不能批准自己提出的参数，请另一位复核员或政策管理员批准",
        "Who proposed it may not approve it; another supervisor or policy administrator does",
    ),
    "PERSON_UNKNOWN": Words("本机没有这个人", "No such person at this station"),
    "SUPERVISOR_NEEDED": Words(
        "放行须由本工作站的复核人员确认，请填写其登录名和口令",
        "A supervisor of this station must let it pass: name and password",
    ),
    "DOCUMENT_SAME": Words("与现有证件相同，没有变更", "It is the document there is already"),
    "NUMBER_TAKEN": Words(
        "此号码登记在 {who} 名下；确为同一人的，可办理人员合并",
        "This number belongs to {who}; if they are one person, merge the two",
    ),
    "MERGE_NOT_SAME": Words(
        "号码与要并入的档案不一致，请重新核对", "The number is not that of the other entry"
    ),
    "MERGE_PAID": Words(
        "{who} 这份档案已缴费，不能合并；先在“收费与收据”退费，再办理合并",
        "{who} has paid and cannot be merged; refund the money first (receipts), then merge",
    ),
    "MOVE_NOBODY": Words("请选择要迁出的人", "Choose who moves"),
    "MOVE_MIXED": Words("只有同一户的人可以一起迁出", "Only people of one household move together"),
    "MOVE_NOWHERE": Words("他们已在这一户，请另选一户", "They live there already; choose another"),
    "MOVE_HEAD": Words(
        "户主迁出，请选择留下的人中谁任户主", "The head goes: say who of those who stay becomes it"
    ),
    "MOVE_SECOND_HEAD": Words(
        "那一户已有户主，请改选与户主关系", "That household has a head; choose another relation"
    ),
    "MOVE_TOO_MANY": Words("迁入后超过 {most} 人", "More than {most} people in one household"),
    "HOUSEHOLD_NOT_FOUND": Words(
        "没有这个户号，也没有人用这个证件号码；可按 F3 查找后选定",
        "No such household number and nobody with such a card; look it up with F3",
    ),
    "HOUSEHOLD_AMBIGUOUS": Words(
        "有两户用这个户号，请按 F3 查找后选定", "Two households have this number; choose with F3"
    ),
    "ENROLLMENT_UNKNOWN": Words("本机没有这条参保登记", "No such enrolment at this station"),
    "ENROLLMENT_PAID": Words(
        "已缴费的参保登记不能作废；收据作废或退费在“收费与收据”办理",
        "It is paid and cannot be voided; void the receipt or refund it under Receipts",
    ),
    "VOID_MIXED": Words("一次只能作废同一户的登记", "Enrolments of one household at a time"),
    "TEXT_TOO_LONG": Words("内容过长，最多 {most} 个字", "Too long: {most} characters at most"),
    "UNDO_TOO_LATE": Words(
        "保存之后已有收费或别的登记，不能撤销；请直接更正",
        "Money or another entry rests on it by now and it cannot be undone; correct it instead",
    ),
    "REASON_EMPTY": Words("请写明原因", "Say why"),
    "BELOW_FLOOR": Words(
        "低于文件规定的下限 {floor} 元", "Below the floor in the documents: {floor} yuan"
    ),
    "ASSISTANCE_EXCEEDS_STANDARD": Words(
        "资助金额高于个人缴费标准 {standard} 元",
        "Assistance above the personal standard of {standard} yuan",
    ),
    "ALREADY_OPEN": Words(
        "参保台已经打开，请切换到已打开的窗口", "Canbao Desk is already open; switch to its window"
    ),
}

REFUSED = Words("没有完成：{code}", "Not done: {code}")
"""For a refusal of another part of the program (command line, centre) that no screen meets."""

UNAVAILABLE = Words(
    "暂时做不到（{code}）；已保存的都在，请稍后重试或联系系统管理员",
    "Not possible now ({code}); what was saved is there. Try later or call IT",
)
