<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>CardReaderForm</name>
    <message>
        <source>身份证读卡器</source>
        <translation>ID-card reader</translation>
    </message>
    <message>
        <source>读卡器(&amp;I)</source>
        <translation>Reader (&amp;I)</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>测试读卡器(&amp;Y)</source>
        <translation>Test the reader (&amp;Y)</translation>
    </message>
    <message>
        <source>在“家庭参保登记”按 F7 读卡</source>
        <translation>F7 on the enrolment screen reads a card</translation>
    </message>
    <message>
        <source>驱动文件(&amp;F)</source>
        <translation>Library (&amp;F)</translation>
    </message>
    <message>
        <source>驱动文件</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>选择文件(&amp;O)</source>
        <translation>Choose (&amp;O)</translation>
    </message>
    <message>
        <source>随读卡器提供的 sdtapi.dll 或 libsdtapi.so</source>
        <translation>The reader&apos;s sdtapi.dll or libsdtapi.so</translation>
    </message>
</context>
<context>
    <name>CasesForm</name>
    <message>
        <source>待处理事项</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>双方对照</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>已有的说明和决定</source>
        <translation>Comments and decisions so far</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>说明（理由）</source>
        <translation>Comment (reason)</translation>
    </message>
    <message>
        <source>打开该户</source>
        <translation>Open the household</translation>
    </message>
    <message>
        <source>记录说明 F9</source>
        <translation>Keep comment F9</translation>
    </message>
    <message>
        <source>作出决定 F12</source>
        <translation>Decide F12</translation>
    </message>
</context>
<context>
    <name>CentreForm</name>
    <message>
        <source>注册到县中心</source>
        <translation>Register with the centre</translation>
    </message>
    <message>
        <source>向县级中心注册后，业务自动上传，收据号段、名单和政策从中心下发。注册码由县医保局发给，只能用一次。现在没有网络可以以后再注册，登记照常进行。</source>
        <translation>Once registered, work is sent by itself, and receipt numbers, lists and law come from the centre. The county bureau gives the code; it works once. Without a line register later and go on enrolling.</translation>
    </message>
    <message>
        <source>中心地址(&amp;D)</source>
        <translation>A&amp;ddress of the centre</translation>
    </message>
    <message>
        <source>中心地址</source>
        <translation>Address of the centre</translation>
    </message>
    <message>
        <source>注册码(&amp;C)</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>注册码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>以后再注册 Esc</source>
        <translation>Later Esc</translation>
    </message>
    <message>
        <source>注册 Enter</source>
        <translation>Register Enter</translation>
    </message>
</context>
<context>
    <name>ClosingForm</name>
    <message>
        <source>日结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>收费日</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>清点现金（张、枚）</source>
        <translation>Count the cash (pieces)</translation>
    </message>
    <message>
        <source>100 元</source>
        <translation>¥100</translation>
    </message>
    <message>
        <source>100 元张数</source>
        <translation>Notes of 100 yuan</translation>
    </message>
    <message>
        <source>50 元</source>
        <translation>¥50</translation>
    </message>
    <message>
        <source>50 元张数</source>
        <translation>Notes of 50 yuan</translation>
    </message>
    <message>
        <source>20 元</source>
        <translation>¥20</translation>
    </message>
    <message>
        <source>20 元张数</source>
        <translation>Notes of 20 yuan</translation>
    </message>
    <message>
        <source>10 元</source>
        <translation>¥10</translation>
    </message>
    <message>
        <source>10 元张数</source>
        <translation>Notes of 10 yuan</translation>
    </message>
    <message>
        <source>5 元</source>
        <translation>¥5</translation>
    </message>
    <message>
        <source>5 元张数</source>
        <translation>Notes of 5 yuan</translation>
    </message>
    <message>
        <source>1 元</source>
        <translation>¥1</translation>
    </message>
    <message>
        <source>1 元张数</source>
        <translation>Notes of 1 yuan</translation>
    </message>
    <message>
        <source>5 角</source>
        <translation>¥0.5</translation>
    </message>
    <message>
        <source>5 角张数</source>
        <translation>Coins of 5 jiao</translation>
    </message>
    <message>
        <source>1 角</source>
        <translation>¥0.1</translation>
    </message>
    <message>
        <source>1 角张数</source>
        <translation>Coins of 1 jiao</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>账面现金</source>
        <translation>Cash booked</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>日结单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>这一天的数字</source>
        <translation>Figures of the day</translation>
    </message>
    <message>
        <source>日结单预览</source>
        <translation>The sheet as it prints</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Enter 下一面额 · F6 换区 · F12 下一步</source>
        <translation>Enter: next face · F6: pane · F12: next step</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>打印日结单</source>
        <translation>Print the sheet</translation>
    </message>
    <message>
        <source>登记缴款 F9</source>
        <translation>Pay in F9</translation>
    </message>
    <message>
        <source>复核签字 F12</source>
        <translation>Sign F12</translation>
    </message>
    <message>
        <source>日结 F12</source>
        <translation>Close F12</translation>
    </message>
</context>
<context>
    <name>DivisionsForm</name>
    <message>
        <source>区划管理</source>
        <translation>Divisions</translation>
    </message>
    <message>
        <source>区划</source>
        <translation>Divisions</translation>
    </message>
    <message>
        <source>导入核对</source>
        <translation>Look over</translation>
    </message>
    <message>
        <source>待迁户</source>
        <translation>To move</translation>
    </message>
    <message>
        <source>查找单位</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>名称、拼音或代码</source>
        <translation>Name, pinyin or code</translation>
    </message>
    <message>
        <source>导入核对清单</source>
        <translation>What the list holds</translation>
    </message>
    <message>
        <source>待迁户清单</source>
        <translation>Households to move</translation>
    </message>
    <message>
        <source>Enter 下一级 · Esc 上一级 · F6 换表</source>
        <translation>Enter down · Esc up · F6 next table</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止 Esc</source>
        <translation>Stop Esc</translation>
    </message>
    <message>
        <source>返回设置</source>
        <translation>Back to settings</translation>
    </message>
    <message>
        <source>导入任务数(&amp;T)</source>
        <translation>Import targets (&amp;T)</translation>
    </message>
    <message>
        <source>导入区划(&amp;I)</source>
        <translation>Import divisions (&amp;I)</translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>家庭参保登记</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>新户 F2</source>
        <translation>New F2</translation>
    </message>
    <message>
        <source>清空，登记下一户</source>
        <translation>Clear, for the next household</translation>
    </message>
    <message>
        <source>加成员 F4</source>
        <translation>Add member F4</translation>
    </message>
    <message>
        <source>光标到新的一行</source>
        <translation>Go to the next new row</translation>
    </message>
    <message>
        <source>删除本行 Ctrl+Del</source>
        <translation>Remove row Ctrl+Del</translation>
    </message>
    <message>
        <source>从本户表中去掉光标所在的成员</source>
        <translation>Take the member at the cursor out of this household</translation>
    </message>
    <message>
        <source>户号(&amp;U)</source>
        <translation>Ho&amp;usehold no.</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Household no.</translation>
    </message>
    <message>
        <source>村（社区）</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>住址(&amp;D)</source>
        <translation>A&amp;ddress</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>联系电话(&amp;T)</source>
        <translation>&amp;Telephone</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>成员详情 F6</source>
        <translation>Details F6</translation>
    </message>
    <message>
        <source>计算依据 F8</source>
        <translation>Why F8</translation>
    </message>
    <message>
        <source>计算依据</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>本户应缴合计</source>
        <translation>Household to pay</translation>
    </message>
    <message>
        <source>参保人数</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>个人缴费标准</source>
        <translation>Personal standard</translation>
    </message>
    <message>
        <source>资助参保</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>待遇期</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>清空 Esc</source>
        <translation>Clear Esc</translation>
    </message>
    <message>
        <source>保存 F9</source>
        <translation>Save F9</translation>
    </message>
    <message>
        <source>收费并打印 F12</source>
        <translation>Take money and print F12</translation>
    </message>
    <message>
        <source>村（社区）(&amp;C)</source>
        <translation>Village (&amp;C)</translation>
    </message>
    <message>
        <source>变更记录 Ctrl+H</source>
        <translation>History Ctrl+H</translation>
    </message>
    <message>
        <source>办理 Ctrl+M</source>
        <translation>Actions Ctrl+M</translation>
    </message>
    <message>
        <source>证件变更、变换家庭、作废等</source>
        <translation>Change a document, move, void and more</translation>
    </message>
    <message>
        <source>变更记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Enter 下一项 · Shift+Enter 上一项 · Ctrl+D 同上 · Ctrl+Z 撤销 · F6 换区 · F8 依据</source>
        <translation>Enter next · Shift+Enter back · Ctrl+D same as above · Ctrl+Z undo · F6 pane · F8 why</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>参保查询</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>↓ 选择 · Enter 打开该户</source>
        <translation>↓ choose · Enter opens the household</translation>
    </message>
    <message>
        <source>打开该户 Enter</source>
        <translation>Open household Enter</translation>
    </message>
    <message>
        <source>姓名 / 拼音 / 证件号 / 电话 / 户号 / 村名</source>
        <translation>Name / pinyin / ID number / phone / household / village</translation>
    </message>
</context>
<context>
    <name>FirstRunForm</name>
    <message>
        <source>第一次使用</source>
        <translation>First use</translation>
    </message>
    <message>
        <source>请选择界面语言。Choose the language of the screens.</source>
        <translation>请选择界面语言。Choose the language of the screens.</translation>
    </message>
    <message>
        <source>语言 Language(&amp;L)</source>
        <translation>语言 &amp;Language</translation>
    </message>
    <message>
        <source>语言 Language</source>
        <translation>语言 Language</translation>
    </message>
    <message>
        <source>这台电脑用来做什么？培训站只有虚构的居民，可以随意练习；它与正式的县中心永远不相往来。</source>
        <translation>What is this machine for? A training station has invented residents only, to practise with; it never meets a real centre.</translation>
    </message>
    <message>
        <source>用途(&amp;K)</source>
        <translation>&amp;Kind of station</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Kind of station</translation>
    </message>
    <message>
        <source>工作站设在哪里？输入县（市、区）名称、拼音首字母或区划代码来查找。</source>
        <translation>Where is the station? Type the county&apos;s name, its pinyin initials or its code.</translation>
    </message>
    <message>
        <source>县（市、区）(&amp;C)</source>
        <translation>&amp;County</translation>
    </message>
    <message>
        <source>县（市、区）</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇（街道）代码(&amp;T)</source>
        <translation>&amp;Township code</translation>
    </message>
    <message>
        <source>乡镇（街道）代码</source>
        <translation>Township code</translation>
    </message>
    <message>
        <source>3 位，县级工作站留空</source>
        <translation>3 digits; empty for a county station</translation>
    </message>
    <message>
        <source>工作站名称(&amp;N)</source>
        <translation>&amp;Name of the station</translation>
    </message>
    <message>
        <source>工作站名称</source>
        <translation>Name of the station</translation>
    </message>
    <message>
        <source>练习日期(&amp;D)</source>
        <translation>&amp;Day of training</translation>
    </message>
    <message>
        <source>练习日期</source>
        <translation>Day of training</translation>
    </message>
    <message>
        <source>虚构居民(&amp;V)</source>
        <translation>In&amp;vented residents</translation>
    </message>
    <message>
        <source>虚构居民</source>
        <translation>Invented residents</translation>
    </message>
    <message>
        <source>谁第一个登录？口令只有本人知道，程序里不保存；忘记后只能由别的操作员重新开户。</source>
        <translation>Who signs in first? The program does not keep the password; once forgotten, another operator must add the person anew.</translation>
    </message>
    <message>
        <source>登录名(&amp;U)</source>
        <translation>Sign-in nam&amp;e</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>姓名(&amp;M)</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色(&amp;R)</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>口令(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次口令(&amp;A)</source>
        <translation>Password &amp;again</translation>
    </message>
    <message>
        <source>再输一次口令</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>请核对。按“建站并登录”后，本机建立加密的数据文件；在此之前没有写入任何业务数据。</source>
        <translation>Please compare. &apos;Set up and sign in&apos; makes the encrypted data file; before that nothing is written.</translation>
    </message>
    <message>
        <source>上一步 Esc</source>
        <translation>Back Esc</translation>
    </message>
    <message>
        <source>下一步 Enter</source>
        <translation>Next Enter</translation>
    </message>
</context>
<context>
    <name>HelpForm</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>在帮助里查找</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>帮助内容</source>
        <translation>Text of the help</translation>
    </message>
</context>
<context>
    <name>IdentityLineForm</name>
    <message>
        <source>认定日期</source>
        <translation>Recognised on</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>认定部门</source>
        <translation>Recognised by</translation>
    </message>
    <message>
        <source>认定依据</source>
        <translation>Evidence</translation>
    </message>
</context>
<context>
    <name>LawForm</name>
    <message>
        <source>政策与本地参数</source>
        <translation>Law, local values</translation>
    </message>
    <message>
        <source>查看日期</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>现行政策</source>
        <translation>Law in force</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>首日</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>值（选择）</source>
        <translation>Value (choose)</translation>
    </message>
    <message>
        <source>末日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>文号（必填）</source>
        <translation>Document no. (needed)</translation>
    </message>
    <message>
        <source>执行自</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>执行至（可空）</source>
        <translation>To (may be empty)</translation>
    </message>
    <message>
        <source>适用地区</source>
        <translation>Holds for</translation>
    </message>
    <message>
        <source>确定机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>原因（必填）</source>
        <translation>Reason (needed)</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>特殊情形</source>
        <translation>Circumstance</translation>
    </message>
    <message>
        <source>情形日期</source>
        <translation>Its day</translation>
    </message>
    <message>
        <source>登记日</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>缴费日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>缴费档次</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>计算依据</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>↑↓ 选择 · Enter 看经过 · F6 换到试算</source>
        <translation>↑↓ choose · Enter history · F6 what if</translation>
    </message>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>提出本地参数 F4</source>
        <translation>Propose a value F4</translation>
    </message>
    <message>
        <source>批准 F9</source>
        <translation>Approve F9</translation>
    </message>
    <message>
        <source>提交 F9</source>
        <translation>Submit F9</translation>
    </message>
    <message>
        <source>多退少补与财政补助 F7</source>
        <translation>Repricing, subsidy F7</translation>
    </message>
    <message>
        <source>文件标题（可空）</source>
        <translation>Title (optional)</translation>
    </message>
    <message>
        <source>授权文件文号（由他级设定时）</source>
        <translation>Delegated by document</translation>
    </message>
    <message>
        <source>大学生</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>本地户籍</source>
        <translation>Local hukou</translation>
    </message>
    <message>
        <source>其他医保</source>
        <translation>Other cover</translation>
    </message>
</context>
<context>
    <name>LockForm</name>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>口令(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>解锁 Enter</source>
        <translation>Unlock Enter</translation>
    </message>
    <message>
        <source>未保存的内容仍在，解锁后继续。</source>
        <translation>What is not saved is still there.</translation>
    </message>
</context>
<context>
    <name>MemberDetailForm</name>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>本人电话</source>
        <translation>Own phone</translation>
    </message>
    <message>
        <source>特殊情形</source>
        <translation>Circumstance</translation>
    </message>
    <message>
        <source>缴费档次</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>持居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>本地户籍</source>
        <translation>Local hukou</translation>
    </message>
    <message>
        <source>其他参保</source>
        <translation>Other cover</translation>
    </message>
    <message>
        <source>其他参保状态</source>
        <translation>Its status</translation>
    </message>
    <message>
        <source>大学生</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>本年度参保</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>未参保说明</source>
        <translation>Why not, in words</translation>
    </message>
    <message>
        <source>未参保凭据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>死亡日期</source>
        <translation>Day of death</translation>
    </message>
    <message>
        <source>户籍地</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>户籍地址</source>
        <translation>Hukou address</translation>
    </message>
    <message>
        <source>学年</source>
        <translation>Academic year</translation>
    </message>
    <message>
        <source>毕业年份</source>
        <translation>Graduation year</translation>
    </message>
    <message>
        <source>证件有效期至</source>
        <translation>Document valid to</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>异地参保年度</source>
        <translation>Years insured elsewhere</translation>
    </message>
</context>
<context>
    <name>MemberRowForm</name>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>个人缴费</source>
        <translation>To pay</translation>
    </message>
</context>
<context>
    <name>NotEnrolledForm</name>
    <message>
        <source>未参保台账</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未注明原因</source>
        <translation>No reason</translation>
    </message>
    <message>
        <source>到期提醒</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>去年已参保</source>
        <translation>Enrolled last year</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>村（社区）</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>未参保人员</source>
        <translation>Those not enrolled</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>What was tried</translation>
    </message>
    <message>
        <source>电话 D</source>
        <translation>Call D</translation>
    </message>
    <message>
        <source>上门 V</source>
        <translation>Visit V</translation>
    </message>
    <message>
        <source>短信 M</source>
        <translation>Message M</translation>
    </message>
    <message>
        <source>书面放弃 W</source>
        <translation>Refusal W</translation>
    </message>
    <message>
        <source>原因 R</source>
        <translation>Reason R</translation>
    </message>
    <message>
        <source>下次联系 N</source>
        <translation>Next day N</translation>
    </message>
    <message>
        <source>打开该户 Enter</source>
        <translation>Open household Enter</translation>
    </message>
</context>
<context>
    <name>OperatorsForm</name>
    <message>
        <source>可登录人员</source>
        <translation>Who may sign in</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>添加到本机</source>
        <translation>Add to this station</translation>
    </message>
    <message>
        <source>移除所选人员</source>
        <translation>Remove the chosen person</translation>
    </message>
    <message>
        <source>我的现口令</source>
        <translation>My present password</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新口令</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>修改我的口令</source>
        <translation>Change my password</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>收费</source>
        <translation>Take money</translation>
    </message>
    <message>
        <source>应收合计</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>收费方式(&amp;M)</source>
        <translation>&amp;Method</translation>
    </message>
    <message>
        <source>收费方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>实收金额（元）(&amp;A)</source>
        <translation>&amp;Amount (yuan)</translation>
    </message>
    <message>
        <source>实收金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>缴款人(&amp;P)</source>
        <translation>&amp;Payer</translation>
    </message>
    <message>
        <source>缴款人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>返回 Esc</source>
        <translation>Back Esc</translation>
    </message>
    <message>
        <source>确认收款并打印 F12</source>
        <translation>Take money and print F12</translation>
    </message>
    <message>
        <source>收据</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>收据预览</source>
        <translation>Receipt preview</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>下一户 Enter</source>
        <translation>Next household Enter</translation>
    </message>
    <message>
        <source>收到现金（元）(&amp;G)</source>
        <translation>Cash &amp;given (yuan)</translation>
    </message>
    <message>
        <source>收到现金</source>
        <translation>Cash given</translation>
    </message>
    <message>
        <source>电子税票号 / 凭证号(&amp;N)</source>
        <translation>Voucher &amp;no.</translation>
    </message>
    <message>
        <source>电子税票号或凭证号</source>
        <translation>Voucher or reference number</translation>
    </message>
    <message>
        <source>缴费日期(&amp;T)</source>
        <translation>Paid on (&amp;T)</translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation>Day of payment</translation>
    </message>
    <message>
        <source>Enter 下一项 · 1–7 选方式 · F6 选人</source>
        <translation>Enter: next · 1–7: method · F6: people</translation>
    </message>
</context>
<context>
    <name>PrintQueueForm</name>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>已出纸 O</source>
        <translation>It is out O</translation>
    </message>
    <message>
        <source>取消补打 X</source>
        <translation>Give up X</translation>
    </message>
    <message>
        <source>打印这张 R</source>
        <translation>Print this one R</translation>
    </message>
</context>
<context>
    <name>PrintSetupForm</name>
    <message>
        <source>打印设置</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>收据用纸(&amp;P)</source>
        <translation>Receipts on (&amp;P)</translation>
    </message>
    <message>
        <source>收据用纸</source>
        <translation>Receipts come out on</translation>
    </message>
    <message>
        <source>收款后收据打在这种纸上</source>
        <translation>What receipts come out on after payment</translation>
    </message>
    <message>
        <source>纸张(&amp;W)</source>
        <translation>Paper (&amp;W)</translation>
    </message>
    <message>
        <source>要设置的纸张</source>
        <translation>The paper to set up</translation>
    </message>
    <message>
        <source>以下各项只对这种纸有效</source>
        <translation>The rest is for this paper only</translation>
    </message>
    <message>
        <source>打印机(&amp;M)</source>
        <translation>Printer (&amp;M)</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>每种纸可以用不同的打印机</source>
        <translation>Each paper may have a printer of its own</translation>
    </message>
    <message>
        <source>右移(&amp;X)</source>
        <translation>To the right (&amp;X)</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>To the right</translation>
    </message>
    <message>
        <source>毫米，到 0.1；向左填负数</source>
        <translation>mm, to 0.1; a negative number is to the left</translation>
    </message>
    <message>
        <source>下移(&amp;J)</source>
        <translation>Down (&amp;J)</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>毫米，到 0.1；向上填负数</source>
        <translation>mm, to 0.1; a negative number is up</translation>
    </message>
    <message>
        <source>比例(&amp;S)</source>
        <translation>Scale (&amp;S)</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>千分之几，1000 为原大</source>
        <translation>In thousandths; 1000 is full size</translation>
    </message>
    <message>
        <source>份数(&amp;C)</source>
        <translation>Copies (&amp;C)</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>每次打印几份，1 到 5</source>
        <translation>How many at a time, 1 to 5</translation>
    </message>
    <message>
        <source>打印校准页(&amp;U)</source>
        <translation>Calibration page (&amp;U)</translation>
    </message>
    <message>
        <source>打出带刻度的一页，量出偏差，填到“右移”“下移”</source>
        <translation>Prints a page with rulers to measure the offsets by</translation>
    </message>
</context>
<context>
    <name>ProgressForm</name>
    <message>
        <source>进度看板</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>正在统计</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>返回上级</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>重新统计</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>乡镇和村</source>
        <translation>Townships and villages</translation>
    </message>
    <message>
        <source>按身份资助</source>
        <translation>Assistance by identity</translation>
    </message>
    <message>
        <source>按日</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>未参保原因</source>
        <translation>Why not enrolled</translation>
    </message>
</context>
<context>
    <name>ProxyForm</name>
    <message>
        <source>连接县中心的代理</source>
        <translation>Proxy to the centre</translation>
    </message>
    <message>
        <source>代理(&amp;A)</source>
        <translation>W&amp;ay out</translation>
    </message>
    <message>
        <source>代理</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>试连接(&amp;G)</source>
        <translation>Try the line (&amp;G)</translation>
    </message>
    <message>
        <source>保存代理</source>
        <translation>Keep the proxy</translation>
    </message>
    <message>
        <source>代理地址</source>
        <translation>Address of the proxy</translation>
    </message>
    <message>
        <source>http://主机:端口，由本单位网络管理员提供</source>
        <translation>http://host:port, from the office&apos;s network administrator</translation>
    </message>
    <message>
        <source>代理用户名</source>
        <translation>User at the proxy</translation>
    </message>
    <message>
        <source>代理要登录时才填</source>
        <translation>only where the proxy wants one</translation>
    </message>
    <message>
        <source>代理口令</source>
        <translation>Password at the proxy</translation>
    </message>
    <message>
        <source>加密保存在本机，不再显示</source>
        <translation>kept encrypted here, never shown</translation>
    </message>
</context>
<context>
    <name>ReceiptsForm</name>
    <message>
        <source>收费与收据</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>收据</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>收据预览</source>
        <translation>Receipt preview</translation>
    </message>
    <message>
        <source>退费申请</source>
        <translation>Refund requests</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找：收据号、缴款人、参保人或户号</source>
        <translation>Search: receipt, payer, person or household number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>收费员</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By</translation>
    </message>
    <message>
        <source>收费方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>↑↓ 选择 · / 查找</source>
        <translation>↑↓ choose · / search</translation>
    </message>
    <message>
        <source>更多 M</source>
        <translation>More M</translation>
    </message>
    <message>
        <source>存为文件 S</source>
        <translation>Keep S</translation>
    </message>
    <message>
        <source>退费申请 T</source>
        <translation>Refund T</translation>
    </message>
    <message>
        <source>红冲 H</source>
        <translation>Reverse H</translation>
    </message>
    <message>
        <source>作废 V</source>
        <translation>Void V</translation>
    </message>
    <message>
        <source>登记答复 D</source>
        <translation>Answer D</translation>
    </message>
    <message>
        <source>打印 P</source>
        <translation>Print P</translation>
    </message>
    <message>
        <source>打印队列全部 U</source>
        <translation>Print the whole queue U</translation>
    </message>
</context>
<context>
    <name>RecountForm</name>
    <message>
        <source>多退少补与财政补助</source>
        <translation>Repricing and subsidy</translation>
    </message>
    <message>
        <source>多退少补</source>
        <translation>Repricing</translation>
    </message>
    <message>
        <source>财政补助测算</source>
        <translation>Fiscal claim</translation>
    </message>
    <message>
        <source>多退少补清单</source>
        <translation>Repricing list</translation>
    </message>
    <message>
        <source>财政补助测算表</source>
        <translation>Fiscal claim</translation>
    </message>
    <message>
        <source>F6 换一张表 · Esc 返回</source>
        <translation>F6 other table · Esc back</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止 Esc</source>
        <translation>Stop Esc</translation>
    </message>
    <message>
        <source>返回政策</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>重新核算 F9</source>
        <translation>Work out F9</translation>
    </message>
    <message>
        <source>批准本清单 F12</source>
        <translation>Approve the list F12</translation>
    </message>
    <message>
        <source>须由人决定</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>补助年度</source>
        <translation>Subsidy of</translation>
    </message>
    <message>
        <source>参保年度</source>
        <translation>Paid in</translation>
    </message>
    <message>
        <source>等待决定的差额</source>
        <translation>Differences to decide</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>依据的条文或文号</source>
        <translation>Article or document</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>RelocatingForm</name>
    <message>
        <source>换到另一个乡镇</source>
        <translation>Move to another township</translation>
    </message>
    <message>
        <source>换之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>新乡镇(&amp;T)</source>
        <translation>New &amp;township</translation>
    </message>
    <message>
        <source>新乡镇</source>
        <translation>New township</translation>
    </message>
    <message>
        <source>新乡镇的区划代码</source>
        <translation>Code of the new township</translation>
    </message>
    <message>
        <source>注册码(&amp;C)</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>注册码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>新站名称(&amp;N)</source>
        <translation>&amp;Name of the new station</translation>
    </message>
    <message>
        <source>新站名称</source>
        <translation>Name of the new station</translation>
    </message>
    <message>
        <source>将会这样做</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <source>1. 先把等待上传的业务全部交到县中心，一条不漏才往下走。
2. 用注册码给新乡镇注册一个新站：登录的人和口令不变，收据另起号段，原站没有用完的号码留空不用。
3. 原乡镇的资料、备份和收据文件从本机删除；县中心都有，随时可以查。
4. 重新登录，新乡镇的资料自动下载。</source>
        <translation>1. Everything that waits is sent to the centre; only when all has arrived does it go on.
2. The code registers a new station: people and passwords stay, receipts begin a new range, and the old station&apos;s unused numbers stay unused.
3. The old township&apos;s data, backups and receipt files leave this computer; the centre has it all.
4. Sign in again; the new township&apos;s data comes by itself.</translation>
    </message>
    <message>
        <source>上传进度</source>
        <translation>How much has been sent</translation>
    </message>
    <message>
        <source>返回 Esc</source>
        <translation>Back Esc</translation>
    </message>
    <message>
        <source>下一步 F9</source>
        <translation>Next F9</translation>
    </message>
</context>
<context>
    <name>RosterForm</name>
    <message>
        <source>续保名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>村（社区）(&amp;X)</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>村（社区）、组或学校</source>
        <translation>Village, group or school</translation>
    </message>
    <message>
        <source>名单…</source>
        <translation>List…</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>在名册中查找户号、姓名或拼音</source>
        <translation>Find in the roster</translation>
    </message>
    <message>
        <source>户号、姓名、拼音</source>
        <translation>Number, name, pinyin</translation>
    </message>
    <message>
        <source>已办户数的比例</source>
        <translation>Share of households done</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>粘贴户号名单，每行一户；也可写姓名、证件号码或电话。</source>
        <translation>Paste household numbers, one per line; a name, an identity number or a phone will do too.</translation>
    </message>
    <message>
        <source>户号名单</source>
        <translation>Household numbers</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>打开名单</source>
        <translation>Open the list</translation>
    </message>
    <message>
        <source>整批续保的进度</source>
        <translation>Progress of the batch</translation>
    </message>
    <message>
        <source>不在其内的户</source>
        <translation>Households left out</translation>
    </message>
    <message>
        <source>整批续保</source>
        <translation>Renew all</translation>
    </message>
    <message>
        <source>续保  空格</source>
        <translation>Renew  Space</translation>
    </message>
    <message>
        <source>添人  A</source>
        <translation>Add  A</translation>
    </message>
    <message>
        <source>死亡  D</source>
        <translation>Died  D</translation>
    </message>
    <message>
        <source>迁出  Q</source>
        <translation>Moved  Q</translation>
    </message>
    <message>
        <source>职工  Z</source>
        <translation>Employee  Z</translation>
    </message>
    <message>
        <source>拒保  J</source>
        <translation>Refuses  J</translation>
    </message>
    <message>
        <source>其他  R</source>
        <translation>Other  R</translation>
    </message>
    <message>
        <source>收回  Del</source>
        <translation>Take back  Del</translation>
    </message>
    <message>
        <source>撤销  U</source>
        <translation>Undo  U</translation>
    </message>
    <message>
        <source>整批  Ctrl+A</source>
        <translation>Batch  Ctrl+A</translation>
    </message>
    <message>
        <source>收费  F12</source>
        <translation>Collect  F12</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>姓名 / 拼音 / 证件号 / 电话 / 户号 / 村名</source>
        <translation>Name / pinyin / ID number / phone / household / village</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>系统设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>界面语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>切换后窗口立即换成所选语言，未保存的内容不变</source>
        <translation>The window changes at once; nothing entered is lost</translation>
    </message>
    <message>
        <source>外观(&amp;T)</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>深色适合夜间入户</source>
        <translation>Dark suits visits at night</translation>
    </message>
    <message>
        <source>字号(&amp;Z)</source>
        <translation>Text si&amp;ze</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>10.5 / 13.5 / 18 磅</source>
        <translation>10.5 / 13.5 / 18 points</translation>
    </message>
    <message>
        <source>回车键(&amp;R)</source>
        <translation>Ente&amp;r key</translation>
    </message>
    <message>
        <source>回车键</source>
        <translation>Enter key</translation>
    </message>
    <message>
        <source>“只用 Tab” 时回车不换格，按钮仍可用回车</source>
        <translation>With &apos;Tab only&apos;, Enter stays in the field; it still presses buttons</translation>
    </message>
    <message>
        <source>闲置锁定(&amp;K)</source>
        <translation>Loc&amp;k when idle</translation>
    </message>
    <message>
        <source>闲置锁定</source>
        <translation>Lock when idle</translation>
    </message>
    <message>
        <source>无人操作这么久后盖住屏幕，要口令才能继续</source>
        <translation>Covers the screen after so long without a key</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>区划管理(&amp;D)</source>
        <translation>Divisions (&amp;D)</translation>
    </message>
    <message>
        <source>信息部门的设置</source>
        <translation>Set by IT</translation>
    </message>
    <message>
        <source>换到另一个乡镇(&amp;N)</source>
        <translation>Move to another tow&amp;nship</translation>
    </message>
</context>
<context>
    <name>ShellForm</name>
    <message>
        <source>参保台</source>
        <translation>Canbao Desk</translation>
    </message>
    <message>
        <source>家庭参保登记</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>参保查询</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>收费与收据</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>数据同步</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>系统设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>业务(&amp;B)</source>
        <translation>&amp;Business</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>新户(&amp;N)</source>
        <translation>&amp;New household</translation>
    </message>
    <message>
        <source>加成员(&amp;A)</source>
        <translation>&amp;Add member</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>收费并打印(&amp;P)</source>
        <translation>Take money and &amp;print</translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>同上一位成员(&amp;R)</source>
        <translation>&amp;Repeat value above</translation>
    </message>
    <message>
        <source>删除本行成员(&amp;D)</source>
        <translation>Remove member (&amp;D)</translation>
    </message>
    <message>
        <source>恢复清空的户(&amp;Z)</source>
        <translation>Bring back what was cleared (&amp;Z)</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>计算依据(&amp;W)</source>
        <translation>&amp;Why</translation>
    </message>
    <message>
        <source>立即同步(&amp;Y)</source>
        <translation>Exchange now (&amp;Y)</translation>
    </message>
    <message>
        <source>锁定(&amp;L)</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>家庭参保登记(&amp;1)</source>
        <translation>&amp;1 Household</translation>
    </message>
    <message>
        <source>键盘一览(&amp;K)</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>关于(&amp;A)</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>换到下一区(&amp;G)</source>
        <translation>Next pane (&amp;G)</translation>
    </message>
    <message>
        <source>政策与本地参数</source>
        <translation>Law, local values</translation>
    </message>
    <message>
        <source>续保名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>读身份证(&amp;I)</source>
        <translation>Read ID card (&amp;I)</translation>
    </message>
    <message>
        <source>以证件为准(&amp;O)</source>
        <translation>Let the card stand (&amp;O)</translation>
    </message>
    <message>
        <source>续保名册(&amp;2)</source>
        <translation>&amp;2 Roster</translation>
    </message>
    <message>
        <source>参保查询(&amp;3)</source>
        <translation>&amp;3 Find</translation>
    </message>
    <message>
        <source>收费与收据(&amp;4)</source>
        <translation>&amp;4 Receipts</translation>
    </message>
    <message>
        <source>这一项的帮助(&amp;H)</source>
        <translation>&amp;Help on this field</translation>
    </message>
    <message>
        <source>帮助目录(&amp;C)</source>
        <translation>&amp;Contents of the help</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>未参保台账</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>进度看板</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>待处理事项</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>日结(&amp;5)</source>
        <translation>&amp;5 Closing</translation>
    </message>
    <message>
        <source>未参保台账(&amp;6)</source>
        <translation>&amp;6 Not enrolled</translation>
    </message>
    <message>
        <source>进度看板(&amp;7)</source>
        <translation>&amp;7 Progress</translation>
    </message>
    <message>
        <source>数据同步(&amp;8)</source>
        <translation>&amp;8 Exchange</translation>
    </message>
    <message>
        <source>政策与本地参数(&amp;9)</source>
        <translation>&amp;9 Law, local values</translation>
    </message>
    <message>
        <source>系统设置(&amp;0)</source>
        <translation>&amp;0 Settings</translation>
    </message>
    <message>
        <source>待处理事项(&amp;Q)</source>
        <translation>Cases (&amp;Q)</translation>
    </message>
    <message>
        <source>名单导入</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>名单导入(&amp;I)</source>
        <translation>Lists (&amp;I)</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>参保台</source>
        <translation>Canbao Desk</translation>
    </message>
    <message>
        <source>经办员(&amp;O)</source>
        <translation>&amp;Operator</translation>
    </message>
    <message>
        <source>经办员</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>口令(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>登录 Enter</source>
        <translation>Sign in Enter</translation>
    </message>
    <message>
        <source>忘记口令请找县医保局系统管理员重置；数据都在本机，不会丢失。</source>
        <translation>Forgotten? IT at the county bureau resets it; your data stays here.</translation>
    </message>
    <message>
        <source>修复数据文件(&amp;R)</source>
        <translation>&amp;Repair the data file</translation>
    </message>
</context>
<context>
    <name>SyncForm</name>
    <message>
        <source>数据同步</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>上次同步</source>
        <translation>Last exchange</translation>
    </message>
    <message>
        <source>下次尝试</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>县中心</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>立即同步 F5</source>
        <translation>Exchange now F5</translation>
    </message>
    <message>
        <source>最近的同步</source>
        <translation>Latest exchanges</translation>
    </message>
    <message>
        <source>注册到县中心</source>
        <translation>Register with the centre</translation>
    </message>
    <message>
        <source>没有网络？用 U 盘：插上后按下面的按钮，写好交给县中心；回执带回来再按一次。</source>
        <translation>No line? Take a stick: put it in, press the button below and take it to the centre; press again when its answer is back.</translation>
    </message>
    <message>
        <source>用 U 盘交换… F9</source>
        <translation>Exchange by stick… F9</translation>
    </message>
    <message>
        <source>U 盘交换</source>
        <translation>Exchange by stick</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止 Esc</source>
        <translation>Stop Esc</translation>
    </message>
    <message>
        <source>代理</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>需要您留意</source>
        <translation>What you should know</translation>
    </message>
    <message>
        <source>资料下载进度</source>
        <translation>Progress of the download</translation>
    </message>
    <message>
        <source>先停下(&amp;T)</source>
        <translation>S&amp;top for now</translation>
    </message>
    <message>
        <source>丢失的已记下，不再提示(&amp;J)</source>
        <translation>Lost ones noted (&amp;J)</translation>
    </message>
</context>
</TS>
