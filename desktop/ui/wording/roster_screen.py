"""What the roster says: states, remarks, questions, sums."""

from __future__ import annotations

from desktop.ui.wording import Words

ROSTER_SCREEN: dict[str, Words] = {
    "roster.state.open": Words("待办", "To do"),
    "roster.state.stopped": Words("需注明", "Why not"),
    "roster.state.look": Words("有提示", "Remark"),
    "roster.state.renewed": Words("续保", "Renewed"),
    "roster.state.paid": Words("已缴", "Paid"),
    "roster.state.elsewhere": Words("他户已参保", "Elsewhere"),
    "roster.state.dead": Words("死亡", "Died"),
    "roster.state.not_enrolled": Words("不参保", "Not enrolled"),
    "roster.short.employee": Words("职工", "Employee"),
    "roster.short.resident_elsewhere": Words("异地参保", "Elsewhere"),
    "roster.short.student_elsewhere": Words("学籍地", "At school"),
    "roster.short.death": Words("死亡", "Died"),
    "roster.short.moved_away": Words("迁出", "Moved"),
    "roster.short.military": Words("参军", "Military"),
    "roster.short.prison": Words("服刑", "Prison"),
    "roster.short.missing": Words("失踪", "Missing"),
    "roster.short.unreachable": Words("失联", "No contact"),
    "roster.short.abroad": Words("出国", "Abroad"),
    "roster.short.refused": Words("拒保", "Refuses"),
    "roster.short.hardship": Words("困难", "Hardship"),
    "roster.short.other": Words("其他", "Other"),
    "roster.band.done": Words("已办", "Done"),
    "roster.band.todo": Words("待办", "To do"),
    "roster.band.paid": Words("已收", "Paid"),
    "roster.band.saving": Words("保存中…", "Saving…"),
    "roster.band.failed": Words("未保存", "Not saved"),
    "roster.band.loading": Words("正在读取…", "Reading…"),
    "roster.last.enrolled": Words("去年已参保", "Enrolled last year"),
    "roster.last.assisted": Words("去年已参保 · {identity}", "Last year: {identity}"),
    "roster.last.reason": Words("去年未参保：{reason}", "Not last year: {reason}"),
    "roster.last.none": Words("去年无记录", "Nothing last year"),
    "roster.person": Words("{relation} {sex} {age} 岁", "{age}, {sex}, {relation}"),
    "roster.person.no_age": Words("{relation} {sex}", "{sex}, {relation}"),
    "roster.size": Words("{count} 人", "{count} people"),
    "roster.assisted": Words("{identity} · 资助 {amount}", "{identity}: assistance {amount}"),
    "roster.noted": Words("{reason}：{noted}", "{reason}: {noted}"),
    "roster.open": Words("待定", "Open"),
    "roster.mark.LAST_YEAR_REASON": Words(
        "去年{reason}，要续保请单独选中此人按空格",
        "Last year: {reason}. Choose the person and press Space to renew",
    ),
    "roster.mark.ENROLLED_ELSEWHERE": Words(
        "今年已在另一户参保", "Enrolled this year in another household"
    ),
    "roster.mark.DOUBLE_IN_REGISTER": Words(
        "此号码在册中有两人，请先处理重复参保",
        "Two people in the register have this number; settle that first",
    ),
    "roster.mark.DEAD": Words(
        "已登记死亡；记错的请按 Delete 收回", "Noted as dead; Delete takes that back"
    ),
    "roster.mark.SURVIVAL": Words(
        "登记为服刑或失踪，请核对后单独续保", "In prison or missing on file; check first"
    ),
    "roster.mark.PRICE_OPEN": Words("金额待定：{why}", "Price open. {why}"),
    "roster.mark.of": Words("{name}：{words}", "{name}: {words}"),
    "roster.totals.households": Words("已办 {done} / {all} 户", "{done} of {all} households"),
    "roster.totals.people": Words("已参保 {done} / {all} 人", "{done} of {all} people"),
    "roster.totals.due": Words("待收 ¥{amount}", "To collect ¥{amount}"),
    "roster.totals.collected": Words("已收 ¥{amount}", "Collected ¥{amount}"),
    "roster.filter.all": Words("全部 {count}", "All {count}"),
    "roster.filter.todo": Words("待办 {count}", "To do {count}"),
    "roster.filter.done": Words("已办 {count}", "Done {count}"),
    "roster.filter.remarks": Words("有提示 {count}", "Remarks {count}"),
    "roster.opening": Words("正在打开名册…", "Opening the roster…"),
    "roster.first_use": Words(
        "续保名册把去年的参保户逐户列出：空格续保一户，字母键注明死亡、迁出、职工或拒保。\n"
        "先在上方选一个村（社区）、组或学校，或粘贴户号名单。",
        "The roster lists last year's households one by one: Space renews one, letters note who "
        "died, moved, is an employee or refuses.\nChoose a village, group or school above, or "
        "paste a list of household numbers.",
    ),
    "roster.no_households": Words(
        "本机还没有任何参保户。请先同步数据，或在“家庭参保登记”中录入。",
        "There are no households at this station yet. Exchange with the centre, or enter one.",
    ),
    "roster.empty": Words(
        "这里没有住户。换一个村（社区），或先同步数据（F5）。",
        "Nobody lives here. Choose another village, or exchange first (F5).",
    ),
    "roster.empty_filter": Words("这一类没有住户。", "No household of this kind."),
    "roster.no_last_year": Words(
        "本机没有去年的参保记录：全体在册人员均可续保，请逐户核对",
        "No last year at this station: everybody in the register can be renewed; check each",
    ),
    "roster.read_only": Words("只读：{role}只能查看名册", "Read only: a {role} may only look"),
    "roster.skipped": Words(
        "{count} 人没有续保：{why}；按字母键注明，或 ↓ 下一户",
        "{count} not renewed. {why}; note why, or ↓ goes on",
    ),
    "roster.take_back": Words("收回", "take back"),
    "roster.last_band": Words("后面没有待办的户了", "Nothing to do after this"),
    "roster.all_done": Words("这份名册全部办完", "This roster is done"),
    "roster.paid": Words(
        "{name} 已缴费，不能在此更改；请到“收费与收据”办理退费",
        "{name} has paid: only a refund changes that",
    ),
    "roster.undo_paid": Words(
        "已缴费的不能撤销；请到“收费与收据”办理退费", "What was paid cannot be undone here"
    ),
    "roster.undone": Words("已撤销：{what}", "Undone: {what}"),
    "roster.redone": Words("已重做：{what}", "Done again: {what}"),
    "roster.undo_nothing": Words("没有可撤销的操作", "Nothing to undo"),
    "roster.redo_nothing": Words("没有可重做的操作", "Nothing to do again"),
    "roster.failed": Words(
        "没有保存：{why}；此户未变，可再按一次", "Not saved: {why}. Nothing changed; try again"
    ),
    "roster.who": Words(
        "谁{what}？按序号选人，0 全户，Esc 取消", "Who ({what})? Digit picks, 0 everybody, Esc"
    ),
    "roster.reason": Words("{who}：{reasons}，Esc 取消", "{who}: {reasons}, Esc cancels"),
    "roster.ask.death": Words("{who} 死亡日期", "{who}: day of death"),
    "roster.ask.refused": Words("{who} 拒保的书面凭据", "{who}: paper of the refusal"),
    "roster.ask.other": Words("{who} 的原因", "{who}: why"),
    "roster.ask.hint": Words(
        "Enter 记下（可不填），Esc 取消", "Enter notes it (may be empty), Esc"
    ),
    "roster.day_form": Words("请按 20211115 的样子填写日期", "Write the day like 20211115"),
    "roster.day_future": Words("日期在今天之后，请核对", "That day is in the future"),
    "roster.whole": Words("全户", "Everybody"),
    "roster.what.renew": Words("{head} 户续保", "Renewal of {head}"),
    "roster.what.reason": Words("{head} 户 {reason}", "{head}: {reason}"),
    "roster.what.take_back": Words("{head} 户收回", "{head}: taken back"),
    "roster.what.batch": Words("整批续保 {count} 户", "Batch of {count} households"),
    "roster.find_none": Words("名册中没有“{wanted}”", "“{wanted}” is not in this roster"),
    "roster.batch.plan": Words(
        "将续保 {households} 户 {people} 人，应收 {amount} 元。金额在收费时按当日再核定。",
        "{households} households, {people} people, {amount} yuan to collect. Each price is "
        "assessed again when paid.",
    ),
    "roster.batch.none": Words(
        "没有可整批续保的户：每一户都有需要先看的地方。", "No household can be renewed unseen."
    ),
    "roster.batch.left": Words(
        "不在其内 {count} 户，请逐户办理：", "{count} left out, to be done one by one:"
    ),
    "roster.batch.nothing_left": Words("没有留下的户。", "Nothing is left out."),
    "roster.batch.running": Words(
        "已续保 {done} / {all} 户…", "{done} of {all} households renewed…"
    ),
    "roster.batch.done": Words(
        "整批续保完成：{households} 户 {people} 人",
        "{households} households, {people} people renewed",
    ),
    "roster.batch.cancelled": Words(
        "已停下：已续保 {households} 户 {people} 人，其余未动",
        "Stopped: {households} households, {people} people renewed, the rest as they were",
    ),
    "roster.batch.wait": Words(
        "名册还在读取（{done} / {all} 户），读完即列出", "Still reading ({done} of {all})"
    ),
    "roster.list.found": Words("名单找到 {count} 户", "{count} households found"),
    "roster.list.missing": Words(
        "，{count} 行没有找到：{lines}", ", {count} lines found nothing: {lines}"
    ),
    "roster.list.several": Words(
        "，{count} 行不止一户：{lines}", ", {count} lines find several: {lines}"
    ),
    "roster.list.name": Words("户名单（{count} 户）", "List of {count}"),
    "roster.cursor": Words(
        "第 {place} 户，共 {count} 户：{head}，户号 {number}，{state}，{people}",
        "Household {place} of {count}: {head}, no. {number}, {state}, {people}",
    ),
    "roster.keys.renew": Words(
        "续保这一户；选中一人时只续保此人", "Renews the household, or the chosen person"
    ),
    "roster.keys.person": Words("在户内选人", "Chooses a person of the household"),
    "roster.keys.move": Words("上一户、下一户、翻页、首末", "Moves between households"),
    "roster.keys.open": Words("打开这一户", "Opens the household"),
    "roster.keys.reasons": Words(
        "死亡、迁出、职工参保、拒保、其他原因", "Died, moved, employee, refuses, other reason"
    ),
    "roster.keys.add": Words("为这一户添加成员", "Adds a member to the household"),
    "roster.keys.take_back": Words("收回今年的决定", "Takes this year's decision back"),
    "roster.keys.undo": Words("撤销；重做", "Undo; redo"),
    "roster.keys.batch": Words("整批续保没有疑问的户", "Renews every clean household"),
    "roster.keys.find": Words(
        "输入户号、姓名或拼音首字母跳到该户", "Jumps to a number, a name or its initials"
    ),
    "roster.keys.why": Words(
        "看本户的计算依据，再按收起", "Why this household pays that; again: away"
    ),
    "roster.why": Words("计算依据", "Why"),
    "roster.why_none": Words("本户没有要计算的人", "Nobody in this household is to be priced"),
    "roster.keys.filter": Words("换筛选：全部、待办、已办、有提示", "Next filter"),
}
