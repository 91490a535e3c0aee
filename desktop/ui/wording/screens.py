"""What screens say of themselves: by screen, short, verbs on buttons, no exclamation."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.card_words import CARD_SCREEN
from desktop.ui.wording.case_words import CASES
from desktop.ui.wording.division_words import DIVISION_SCREEN
from desktop.ui.wording.first_run import FIRST_RUN
from desktop.ui.wording.handover_screen import HANDOVER_SCREEN
from desktop.ui.wording.help_screen import HELP_SCREEN
from desktop.ui.wording.installation import INSTALLATION_SCREEN
from desktop.ui.wording.law_screen import LAW_SCREEN
from desktop.ui.wording.list_screen import LIST_SCREEN
from desktop.ui.wording.money_screen import MONEY_SCREEN
from desktop.ui.wording.not_enrolled_words import NOT_ENROLLED_SCREEN
from desktop.ui.wording.operator_words import OPERATOR_WORDS
from desktop.ui.wording.packet_words import PACKET_SCREEN
from desktop.ui.wording.print_words import PRINT_SCREEN
from desktop.ui.wording.progress_words import PROGRESS_SCREEN
from desktop.ui.wording.proxy_words import PROXY_SCREEN
from desktop.ui.wording.relocating_words import RELOCATING_SCREEN
from desktop.ui.wording.roster_screen import ROSTER_SCREEN
from desktop.ui.wording.task_words import TASKS
from desktop.ui.wording.trouble_words import TROUBLE_SCREEN

SCREENS: dict[str, Words] = {
    **CASES,
    **LIST_SCREEN,
    **HANDOVER_SCREEN,
    "open": Words("待定", "Open"),
    "amount.paid": Words("已缴费", "Paid"),
    "amount.not_enrolled": Words("不参保", "Not enrolled"),
    "amount.refused": Words("不能参保", "Refused"),
    "person.unnamed": Words("第 {place} 位成员", "Member {place}"),
    "price.open_note": Words(
        "另有 {count} 人金额待定，未计入", "{count} more not settled, not in the sum"
    ),
    "price.persons": Words("{count} 人", "{count}"),
    "price.no_assistance": Words("无资助", "No assistance"),
    "price.assistance": Words("{identity} · 资助 {amount}", "{identity}: assistance {amount}"),
    "price.no_division": Words(
        "选择村（社区）后显示应缴金额", "Choose the village to see the price"
    ),
    "price.no_member": Words("填写成员后显示应缴金额", "Enter a member to see the price"),
    "cover.open": Words(
        "待定：{reason}，待主管医保局明确", "Open: {reason}; the bureau settles it"
    ),
    "cover.differs": Words("各人不同，见计算依据（F8）", "Differs by person, see why (F8)"),
    "basis.assisted": Words(
        "{name} · {identity} → 资助 {assistance} 元（{cited}），个人缴 {net} 元",
        "{name}: {identity} → assistance of {assistance} yuan ({cited}); pays {net} yuan",
    ),
    "basis.full_price": Words(
        "{name} · 无资助 → 按个人缴费标准缴 {standard} 元（{standard_cited}）",
        "{name}: no assistance → pays the personal standard of {standard} yuan ({standard_cited})",
    ),
    "basis.open": Words("{name} · 待定：{reason}", "{name}: open. {reason}"),
    "basis.open_assistance": Words(
        "{name} · 个人缴费标准 {standard} 元（{standard_cited}）；资助待定：{reason}",
        "{name}: personal standard {standard} yuan ({standard_cited}); assistance open. {reason}",
    ),
    "basis.refused": Words("{name} · 不能参保：{reasons}", "{name}: may not enrol. {reasons}"),
    "basis.open_heading": Words("文件没有写明的", "What the documents leave open"),
    "basis.silence": Words("{field}：待定。{reason}，{who}", "{field}: open. {reason}; {who}"),
    "basis.needs_admin": Words(
        "由主管医疗保障局设定本地参数后确定", "to be set by the competent bureau as a local value"
    ),
    "basis.needs_clerk": Words("请在成员详情中补充", "supply it in the member's details"),
    "basis.benefits": Words(
        "待遇信息：{name}（供参考，不参与计算）", "Benefits of {name} (for information only)"
    ),
    "basis.benefit": Words(
        "{title}：{says}（{cited}，{days}）", "{title}: {says} ({cited}, {days})"
    ),
    "basis.benefit_silent": Words("{title}：{says}", "{title}: {says}"),
    "basis.origin": Words(
        "已存金额按现行政策核定：{law}（{names}）",
        "What is stored was worked out under the law in force: {law} ({names})",
    ),
    "basis.listed": Words(
        "{name}：来自 {year}年{month}月 {source} 第 {row} 行",
        "{name}: from {source}, {year}-{month}, row {row}",
    ),
    "basis.listed_elsewhere": Words(
        "{name}：来自 {source} 第 {row} 行", "{name}: from {source}, row {row}"
    ),
    "basis.origin_former": Words(
        "已存金额当时的依据：{law}（{names}）；现行政策已不同",
        "What is stored was worked out under {law} ({names}); the law is another now",
    ),
    "basis.origin_layer": Words("{document} 第{version}版", "{document} version {version}"),
    "basis.origin_local": Words("，本地参数 {documents}", ", local values {documents}"),
    "basis.origin_unknown": Words(
        "已存金额所依据的政策本机没有收录：{names}（{hash}）",
        "The law behind what is stored is not known here: {names} ({hash})",
    ),
    "basis.law": Words("适用文件：{documents}", "Law applied: {documents}"),
    "basis.empty": Words(
        "填写成员后，这里逐人写明缴多少、资助多少、依据哪一条",
        "Enter a member to see why they pay what",
    ),
    "enrol.meta_new": Words("新户 · {year} 年度征缴", "New household · campaign year {year}"),
    "enrol.meta_saved": Words(
        "户号 {number} · {year} 年度征缴", "No. {number} · campaign year {year}"
    ),
    "enrol.draft_kept": Words("草稿已自动保存 {time}", "Draft kept {time}"),
    "enrol.restored": Words("草稿已恢复，请继续填写", "Draft restored; go on"),
    "enrol.saved": Words("已保存 {time}", "Saved {time}"),
    "enrol.saving": Words("正在保存…", "Saving…"),
    "enrol.cleared": Words("已清空；Ctrl+B 恢复刚才的内容", "Cleared; Ctrl+B brings it back"),
    "enrol.loading": Words("正在打开该户…", "Opening the household…"),
    "enrol.first_use": Words(
        "在这一行输入户主姓名，Enter 到下一项", "Type the head's name here, Enter goes on"
    ),
    "enrol.next_member": Words("下一位成员的姓名；没有了就按 F12 收费", "Next member; F12 to pay"),
    "enrol.number_progress": Words("已输入 {count} 位，共 {total} 位", "{count} of {total} digits"),
    "enrol.number_right": Words(
        "号码无误：{birth}出生，{sex}，{age} 岁", "Number is right: born {birth}, {sex}, aged {age}"
    ),
    "enrol.number_protected": Words(
        "已在册，号码遮盖显示；重新输入即替换", "In the register, masked; typing replaces it"
    ),
    "enrol.paid_locked": Words(
        "此人已缴费，应缴信息不再变动", "Has paid; what was due does not change"
    ),
    "enrol.hint.name": Words("与证件一致，最多 50 字", "As on the document, up to 50 characters"),
    "enrol.hint.birth_date": Words("如 20190312", "Like 20190312"),
    "enrol.hint.identities": Words(
        "{digits}   空格 全部   退格 去掉", "{digits}   Space: all   Backspace: take away"
    ),
    "enrol.hint.code": Words("{digits}   空格 全部", "{digits}   Space: all"),
    "enrol.row_message": Words("第 {place} 行 {field}：{text}", "Row {place}, {field}: {text}"),
    "enrol.detail_none": Words("选中一位成员后填写", "Go to a member to fill this in"),
    "enrol.detail_title": Words("第 {place} 位 · {name}", "Member {place} · {name}"),
    "enrol.day_form": Words("请按 20211115 的样子填写日期", "Write the date like 20211115"),
    "field.name": Words("姓名", "Name"),
    "field.document_type": Words("证件类型", "Document"),
    "field.document_number": Words("证件号码", "Number"),
    "field.sex": Words("性别", "Sex"),
    "field.birth_date": Words("出生日期", "Born"),
    "field.relation": Words("与户主关系", "Relation"),
    "field.identities": Words("身份", "Identities"),
    "field.amount": Words("个人缴费", "To pay"),
    "field.place": Words("序", "#"),
    "field.phone": Words("电话", "Phone"),
    "field.members": Words("成员", "Members"),
    "field.division": Words("村（社区）", "Village"),
    "field.number": Words("户号", "Household no."),
    "field.address": Words("住址", "Address"),
    "field.other_cover": Words("其他参保", "Other cover"),
    "field.tier": Words("档次", "Tier"),
    "field.circumstance_on": Words("情形日期", "Day"),
    "field.recognised_on": Words("认定日期", "Recognised on"),
    "field.participation": Words("本年度参保", "This year"),
    "field.circumstances": Words("特殊情形", "Circumstances"),
    "field.document_valid_to": Words("证件有效期", "Valid to"),
    "field.student": Words("大学生", "Student"),
    "field.residence_permit": Words("持居住证", "Residence permit"),
    "field.local_hukou": Words("本地户籍", "Local hukou"),
    "field.cover_history": Words("异地参保年度", "Years insured elsewhere"),
    "field.hukou_address": Words("户籍地址", "Hukou address"),
    "field.died_on": Words("死亡日期", "Died on"),
    "field.moved_to": Words("去向", "Moved to"),
    "field.not_enrolled_detail": Words("未参保说明", "In words"),
    "field.not_enrolled_evidence": Words("未参保凭据", "Evidence"),
    "field.alias": Words("别名", "Alias"),
    "yes": Words("是", "Yes"),
    "no": Words("否", "No"),
    "shell.search": Words(
        "查找：姓名 / 拼音 / 证件号 / 户号   Ctrl+K", "Find name, number, household   Ctrl+K"
    ),
    "shell.right": Words("{law} · {operator} · {station}", "{law} · {operator} · {station}"),
    "shell.training": Words("培训站 {day}", "Training, {day}"),
    "shell.window": Words("{shown} - 参保台", "{shown} - Canbao Desk"),
    "shell.locked": Words("已锁定", "Locked"),
    "shell.no_law": Words("无适用文件", "No law pack"),
    "shell.exchange": Words(
        "{state} · 待上传 {pending} 条 · 上次同步 {last}",
        "{state} · {pending} waiting · last exchange {last}",
    ),
    "shell.about": Words(
        "参保台 Canbao Desk {version}\n适用文件：{law}\n政策包校验值：{hash}\n"
        "数据文件夹：{folder}\n"
        "图标 Lucide（ISC），字体 Noto Sans SC、花园明朝（OFL）",
        "Canbao Desk {version}\nLaw: {law}\nLaw hash: {hash}\nData folder: {folder}\n"
        "Icons by Lucide (ISC), fonts Noto Sans SC and Hanazono (OFL)",
    ),
    "lock.who": Words("{name} 正在使用本机", "{name} is at this desk"),
    "sign_in.operator": Words("{name}（{role}）", "{name} ({role})"),
    "sign_in.checking": Words("正在核对口令…", "Checking the password…"),
    "search.hint": Words(
        "姓名、拼音、证件号任意几位、电话、户号或村名；也可以“村名 姓名”“姓名 出生年”",
        "Name, pinyin, part of a number, village; or village and name, name and birth year",
    ),
    "search.first_use": Words(
        "输入姓名、拼音首字母、证件号任意几位、电话、户号或村名，即时显示本机登记的居民。\n"
        "也可以输入“村名 姓名”或“姓名 出生年”。选中后按 Enter 打开该户。",
        "Type a name, pinyin, part of a number, a phone, a household number or a village.\n"
        "A village and a name, or a name and a birth year, narrow it. Enter opens the household.",
    ),
    "search.place": Words("村（社区）和住址", "Village and address"),
    "search.died": Words("已死亡", "died"),
    "search.moved": Words("已迁出", "moved away"),
    "search.left": Words("已不在任何户", "in no household"),
    "search.no_household": Words(
        "此人已不在本机登记的任何一户；要重新登记请按 F2",
        "This person is in no household here any more; F2 enters a new one",
    ),
    "search.nothing": Words("没有找到“{wanted}”，可用 F2 登记新户", "Nobody found for “{wanted}”"),
    "search.many": Words("前 {count} 人，再多输入几个字", "The first {count}; type more"),
    "search.count": Words("{count} 人", "{count} found"),
    "pay.household": Words("户主 {head} · 户号 {number}", "Head {head} · No. {number}"),
    "pay.why": Words(
        "标准 {standard} − {identity}资助 {assistance}", "{standard} less {identity} {assistance}"
    ),
    "pay.statement": Words(
        "向{payer}收取 {count} 人共 {amount} 元（{method}），收款后不能修改，只能红冲",
        "Take {amount} yuan for {count} from {payer} ({method}); later only a reversal undoes it",
    ),
    "pay.amount_form": Words("请写成 720 或 720.00", "Write it like 720 or 720.00"),
    "pay.amount_differs": Words("应收 {due} 元，须一次收足", "{due} yuan is due, all at once"),
    "pay.method_assisted": Words("“全额资助”只用于应收为零时", "Only when nothing is due"),
    "pay.nothing": Words("本户已全部缴费，没有待收款项", "Everybody here has paid"),
    "pay.all_open": Words(
        "本户应缴金额待定，现在不能收费；原因见计算依据（F8）",
        "The price is open; nothing can be taken",
    ),
    "pay.paper_later": Words("收款后这里显示收据", "The receipt appears here"),
    "pay.taken": Words("已收款，收据号 {number}", "Money taken, receipt {number}"),
    "pay.printing": Words("正在打印…", "Printing…"),
    "pay.printed": Words("已打印：{where}", "Printed: {where}"),
    "receipts.number": Words("收据号", "Receipt"),
    "receipts.at": Words("时间", "Taken"),
    "receipts.payer": Words("缴款人", "Payer"),
    "receipts.method": Words("方式", "By"),
    "receipts.amount": Words("金额（元）", "Amount"),
    "receipts.not_printed": Words("○ 未打印", "○ Not printed"),
    "receipts.summary": Words("{count} 张 · 合计 ¥{amount}", "{count} receipts · ¥{amount}"),
    "receipts.paper_empty": Words("选中一张收据，在这里预览", "Choose a receipt to see it"),
    "sync.state.waiting": Words("在线", "Online"),
    "sync.state.running": Words("正在同步", "Exchanging"),
    "sync.state.paused": Words("已停下", "Stopped"),
    "sync.state.offline": Words("离线", "Offline"),
    "sync.state.refused": Words("需要处理", "Needs somebody"),
    "sync.state.unregistered": Words("未注册到县中心", "Not registered"),
    "sync.explain.waiting": Words(
        "与县中心连接正常，保存的业务会自动上传", "Connected; what is saved is sent by itself"
    ),
    "sync.explain.running": Words("正在与县中心交换，可以继续工作", "Exchanging; go on working"),
    "sync.explain.paused": Words(
        "资料下载已停下，已取到的都在；照常办理业务。按 F5 接着取",
        "The download is stopped; what has come stays. Go on working; F5 goes on with it",
    ),
    "sync.explain.offline": Words(
        "现在连不上县中心，照常登记、收费、打印；连上后自动上传，不会丢失或重复",
        "The centre cannot be reached. Enrol, take money and print as ever; "
        "everything is sent when it can be, once",
    ),
    "sync.explain.refused": Words(
        "县中心没有接受这次交换，登记和收费不受影响；请把下面的原因告诉县医保局",
        "The centre did not take this exchange; work goes on. Tell the county bureau why",
    ),
    "sync.explain.unregistered": Words(
        "本机尚未注册到县中心，业务都保存在本机。有了县医保局给的地址和注册码，就可以注册",
        "This station is not registered; everything is kept here. With the address and code "
        "from the county bureau it can be",
    ),
    "sync.pending": Words("{count} 条", "{count}"),
    "sync.never": Words("从未", "never"),
    "sync.sign_in_ends": Words(
        "还有 {days} 天须与县级中心交换一次（网络或 U 盘），否则不能登录",
        "Exchange with the centre within {days} days (line or stick), or nobody can sign in",
    ),
    "sync.sign_in_over": Words(
        "已超过 {days} 天未与县级中心交换，退出后须先交换才能登录",
        "No exchange for more than {days} days: after signing out, exchange before the next",
    ),
    "sync.next_in": Words("{seconds} 秒后", "in {seconds} s"),
    "sync.empty": Words(
        "每次与县中心交换的结果列在这里。\n本次开机后还没有同步；按 F5 立即同步。",
        "Each exchange with the centre is listed here.\nNone yet since the start; F5 begins one.",
    ),
    "settings.language.zh": Words("中文", "中文"),
    "settings.language.en": Words("English", "English"),
    "settings.theme.light": Words("浅色", "Light"),
    "settings.theme.dark": Words("深色", "Dark"),
    "settings.text_size.normal": Words("标准 10.5", "Normal 10.5"),
    "settings.text_size.large": Words("大 13.5", "Large 13.5"),
    "settings.text_size.largest": Words("特大 18", "Largest 18"),
    "settings.enter.steps": Words("到下一项", "Next field"),
    "settings.enter.tab_only": Words("只用 Tab", "Tab only"),
    "settings.idle_lock.0": Words("从不", "Never"),
    "settings.idle_lock.5": Words("5 分钟", "5 minutes"),
    "settings.idle_lock.10": Words("10 分钟", "10 minutes"),
    "settings.idle_lock.30": Words("30 分钟", "30 minutes"),
    "crash.title": Words("程序遇到意外", "Something unexpected happened"),
    "crash.text": Words(
        "刚才的操作可能没有完成；已保存的都在，未保存的草稿会在重新打开后恢复。\n"
        "请把下面的报告文件交给系统管理员（不含居民信息）：\n{path}",
        "The last action may not be done. What was saved is there, and the draft comes back "
        "when the program is opened again.\nGive this report to IT (it names no resident):\n{path}",
    ),
    "crash.go_on": Words("继续工作", "Go on"),
    "crash.quit": Words("退出程序", "Quit"),
    **FIRST_RUN,
    **HELP_SCREEN,
    **INSTALLATION_SCREEN,
    **DIVISION_SCREEN,
    **LAW_SCREEN,
    **MONEY_SCREEN,
    **TASKS,
    **NOT_ENROLLED_SCREEN,
    **PACKET_SCREEN,
    **TROUBLE_SCREEN,
    **RELOCATING_SCREEN,
    **PROXY_SCREEN,
    **PRINT_SCREEN,
    **PROGRESS_SCREEN,
    **ROSTER_SCREEN,
    **CARD_SCREEN,
    **OPERATOR_WORDS,
}
