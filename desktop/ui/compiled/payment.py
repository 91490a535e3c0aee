# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'payment.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.text_field import TextField

class Ui_PaymentForm(object):
    def setupUi(self, PaymentForm):
        if not PaymentForm.objectName():
            PaymentForm.setObjectName(u"PaymentForm")
        PaymentForm.setProperty(u"helpTopic", u"payment")
        PaymentForm.setProperty(u"look", u"page")
        self.sheet = QHBoxLayout(PaymentForm)
        self.sheet.setSpacing(16)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setContentsMargins(16, 16, 16, 16)
        self.payCard = QFrame(PaymentForm)
        self.payCard.setObjectName(u"payCard")
        self.payCard.setProperty(u"look", u"card")
        self.payBox = QVBoxLayout(self.payCard)
        self.payBox.setSpacing(8)
        self.payBox.setObjectName(u"payBox")
        self.payBox.setContentsMargins(20, 16, 20, 16)
        self.payHead = QHBoxLayout()
        self.payHead.setSpacing(12)
        self.payHead.setObjectName(u"payHead")
        self.payHead.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.payCard)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.payHead.addWidget(self.title)

        self.household = ElidedLabel(self.payCard)
        self.household.setObjectName(u"household")
        self.household.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.household.sizePolicy().hasHeightForWidth())
        self.household.setSizePolicy(sizePolicy)

        self.payHead.addWidget(self.household)


        self.payBox.addLayout(self.payHead)

        self.payLine1 = QFrame(self.payCard)
        self.payLine1.setObjectName(u"payLine1")
        self.payLine1.setProperty(u"look", u"line")

        self.payBox.addWidget(self.payLine1)

        self.peopleScroll = QScrollArea(self.payCard)
        self.peopleScroll.setObjectName(u"peopleScroll")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.peopleScroll.sizePolicy().hasHeightForWidth())
        self.peopleScroll.setSizePolicy(sizePolicy1)
        self.peopleScroll.setProperty(u"helpTopic", u"payment#people")
        self.peopleScroll.setWidgetResizable(True)
        self.peopleScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.peopleScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.peopleScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.peopleBody = QWidget()
        self.peopleBody.setObjectName(u"peopleBody")
        self.people = QVBoxLayout(self.peopleBody)
        self.people.setSpacing(6)
        self.people.setObjectName(u"people")
        self.people.setContentsMargins(0, 4, 4, 4)
        self.peopleScroll.setWidget(self.peopleBody)

        self.payBox.addWidget(self.peopleScroll)

        self.payLine2 = QFrame(self.payCard)
        self.payLine2.setObjectName(u"payLine2")
        self.payLine2.setProperty(u"look", u"line")

        self.payBox.addWidget(self.payLine2)

        self.dueRow = QHBoxLayout()
        self.dueRow.setSpacing(8)
        self.dueRow.setObjectName(u"dueRow")
        self.dueRow.setContentsMargins(0, 0, 0, 0)
        self.dueLabel = QLabel(self.payCard)
        self.dueLabel.setObjectName(u"dueLabel")
        self.dueLabel.setProperty(u"look", u"heading")

        self.dueRow.addWidget(self.dueLabel)

        self.notice = MessageLine(self.payCard)
        self.notice.setObjectName(u"notice")

        self.dueRow.addWidget(self.notice)

        self.due = QLabel(self.payCard)
        self.due.setObjectName(u"due")
        self.due.setText(u"\u00a50.00")
        self.due.setProperty(u"look", u"figure")

        self.dueRow.addWidget(self.due)

        self.dueRow.setStretch(1, 1)

        self.payBox.addLayout(self.dueRow)

        self.fields = QHBoxLayout()
        self.fields.setSpacing(12)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.box_method = QVBoxLayout()
        self.box_method.setSpacing(2)
        self.box_method.setObjectName(u"box_method")
        self.box_method.setContentsMargins(0, 0, 0, 0)
        self.label_method = QLabel(self.payCard)
        self.label_method.setObjectName(u"label_method")
        self.label_method.setProperty(u"look", u"label")

        self.box_method.addWidget(self.label_method)

        self.method = CodeField(self.payCard)
        self.method.setObjectName(u"method")
        self.method.setProperty(u"helpTopic", u"payment#method")

        self.box_method.addWidget(self.method)

        self.message_method = MessageLine(self.payCard)
        self.message_method.setObjectName(u"message_method")

        self.box_method.addWidget(self.message_method)


        self.fields.addLayout(self.box_method)

        self.box_amount = QVBoxLayout()
        self.box_amount.setSpacing(2)
        self.box_amount.setObjectName(u"box_amount")
        self.box_amount.setContentsMargins(0, 0, 0, 0)
        self.label_amount = QLabel(self.payCard)
        self.label_amount.setObjectName(u"label_amount")
        self.label_amount.setProperty(u"look", u"label")

        self.box_amount.addWidget(self.label_amount)

        self.amount = TextField(self.payCard)
        self.amount.setObjectName(u"amount")
        self.amount.setProperty(u"helpTopic", u"payment#amount")

        self.box_amount.addWidget(self.amount)

        self.message_amount = MessageLine(self.payCard)
        self.message_amount.setObjectName(u"message_amount")

        self.box_amount.addWidget(self.message_amount)


        self.fields.addLayout(self.box_amount)

        self.box_payer = QVBoxLayout()
        self.box_payer.setSpacing(2)
        self.box_payer.setObjectName(u"box_payer")
        self.box_payer.setContentsMargins(0, 0, 0, 0)
        self.label_payer = QLabel(self.payCard)
        self.label_payer.setObjectName(u"label_payer")
        self.label_payer.setProperty(u"look", u"label")

        self.box_payer.addWidget(self.label_payer)

        self.payer = TextField(self.payCard)
        self.payer.setObjectName(u"payer")
        self.payer.setProperty(u"helpTopic", u"payment#payer")

        self.box_payer.addWidget(self.payer)

        self.message_payer = MessageLine(self.payCard)
        self.message_payer.setObjectName(u"message_payer")

        self.box_payer.addWidget(self.message_payer)


        self.fields.addLayout(self.box_payer)

        self.fields.setStretch(0, 1)
        self.fields.setStretch(1, 1)
        self.fields.setStretch(2, 1)

        self.payBox.addLayout(self.fields)

        self.more = QGridLayout()
        self.more.setObjectName(u"more")
        self.more.setHorizontalSpacing(12)
        self.more.setContentsMargins(0, 0, 0, 0)
        self.box_given = QWidget(self.payCard)
        self.box_given.setObjectName(u"box_given")
        self.lines_given = QVBoxLayout(self.box_given)
        self.lines_given.setSpacing(2)
        self.lines_given.setObjectName(u"lines_given")
        self.lines_given.setContentsMargins(0, 0, 0, 0)
        self.label_given = QLabel(self.box_given)
        self.label_given.setObjectName(u"label_given")
        self.label_given.setProperty(u"look", u"label")

        self.lines_given.addWidget(self.label_given)

        self.given = TextField(self.box_given)
        self.given.setObjectName(u"given")
        self.given.setProperty(u"helpTopic", u"payment#given")

        self.lines_given.addWidget(self.given)


        self.more.addWidget(self.box_given, 0, 0, 1, 1)

        self.box_external_number = QWidget(self.payCard)
        self.box_external_number.setObjectName(u"box_external_number")
        self.lines_external_number = QVBoxLayout(self.box_external_number)
        self.lines_external_number.setSpacing(2)
        self.lines_external_number.setObjectName(u"lines_external_number")
        self.lines_external_number.setContentsMargins(0, 0, 0, 0)
        self.label_external_number = QLabel(self.box_external_number)
        self.label_external_number.setObjectName(u"label_external_number")
        self.label_external_number.setProperty(u"look", u"label")

        self.lines_external_number.addWidget(self.label_external_number)

        self.external_number = TextField(self.box_external_number)
        self.external_number.setObjectName(u"external_number")
        self.external_number.setProperty(u"helpTopic", u"payment#external-number")

        self.lines_external_number.addWidget(self.external_number)


        self.more.addWidget(self.box_external_number, 0, 0, 1, 1)

        self.change = MessageLine(self.payCard)
        self.change.setObjectName(u"change")

        self.more.addWidget(self.change, 0, 1, 1, 2, Qt.AlignmentFlag.AlignBottom)

        self.box_paid_on = QWidget(self.payCard)
        self.box_paid_on.setObjectName(u"box_paid_on")
        self.lines_paid_on = QVBoxLayout(self.box_paid_on)
        self.lines_paid_on.setSpacing(2)
        self.lines_paid_on.setObjectName(u"lines_paid_on")
        self.lines_paid_on.setContentsMargins(0, 0, 0, 0)
        self.label_paid_on = QLabel(self.box_paid_on)
        self.label_paid_on.setObjectName(u"label_paid_on")
        self.label_paid_on.setProperty(u"look", u"label")

        self.lines_paid_on.addWidget(self.label_paid_on)

        self.paid_on = DateField(self.box_paid_on)
        self.paid_on.setObjectName(u"paid_on")
        self.paid_on.setProperty(u"helpTopic", u"payment#paid-on")

        self.lines_paid_on.addWidget(self.paid_on)


        self.more.addWidget(self.box_paid_on, 0, 1, 1, 1)

        self.more.setColumnStretch(0, 1)
        self.more.setColumnStretch(1, 1)
        self.more.setColumnStretch(2, 1)

        self.payBox.addLayout(self.more)

        self.said = QStackedWidget(self.payCard)
        self.said.setObjectName(u"said")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.said.sizePolicy().hasHeightForWidth())
        self.said.setSizePolicy(sizePolicy2)
        self.statement = QLabel()
        self.statement.setObjectName(u"statement")
        self.statement.setText(u"")
        self.statement.setWordWrap(True)
        self.statement.setProperty(u"look", u"strong")
        self.said.addWidget(self.statement)
        self.message = MessageLine()
        self.message.setObjectName(u"message")
        self.said.addWidget(self.message)

        self.payBox.addWidget(self.said)

        self.payActions = QHBoxLayout()
        self.payActions.setSpacing(8)
        self.payActions.setObjectName(u"payActions")
        self.payActions.setContentsMargins(0, 0, 0, 0)
        self.keys = ElidedLabel(self.payCard)
        self.keys.setObjectName(u"keys")
        sizePolicy.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy)
        self.keys.setProperty(u"look", u"hint")

        self.payActions.addWidget(self.keys)

        self.back = QPushButton(self.payCard)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"helpTopic", u"payment#back")
        self.back.setAutoDefault(False)

        self.payActions.addWidget(self.back)

        self.take = QPushButton(self.payCard)
        self.take.setObjectName(u"take")
        self.take.setProperty(u"helpTopic", u"payment#take")
        self.take.setAutoDefault(False)
        self.take.setProperty(u"look", u"primary")
        self.take.setProperty(u"iconName", u"printer")

        self.payActions.addWidget(self.take)


        self.payBox.addLayout(self.payActions)


        self.sheet.addWidget(self.payCard)

        self.paperCard = QFrame(PaymentForm)
        self.paperCard.setObjectName(u"paperCard")
        self.paperCard.setProperty(u"look", u"card")
        self.paperBox = QVBoxLayout(self.paperCard)
        self.paperBox.setSpacing(8)
        self.paperBox.setObjectName(u"paperBox")
        self.paperBox.setContentsMargins(20, 16, 20, 16)
        self.paperHead = QHBoxLayout()
        self.paperHead.setSpacing(12)
        self.paperHead.setObjectName(u"paperHead")
        self.paperHead.setContentsMargins(0, 0, 0, 0)
        self.paperTitle = QLabel(self.paperCard)
        self.paperTitle.setObjectName(u"paperTitle")
        self.paperTitle.setProperty(u"look", u"heading")

        self.paperHead.addWidget(self.paperTitle)

        self.paperNumber = ElidedLabel(self.paperCard)
        self.paperNumber.setObjectName(u"paperNumber")
        self.paperNumber.setProperty(u"tone", u"quiet")
        sizePolicy.setHeightForWidth(self.paperNumber.sizePolicy().hasHeightForWidth())
        self.paperNumber.setSizePolicy(sizePolicy)

        self.paperHead.addWidget(self.paperNumber)


        self.paperBox.addLayout(self.paperHead)

        self.paper = PaperView(self.paperCard)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"look", u"paper")
        sizePolicy1.setHeightForWidth(self.paper.sizePolicy().hasHeightForWidth())
        self.paper.setSizePolicy(sizePolicy1)

        self.paperBox.addWidget(self.paper)

        self.paperMessage = MessageLine(self.paperCard)
        self.paperMessage.setObjectName(u"paperMessage")

        self.paperBox.addWidget(self.paperMessage)

        self.paperActions = QHBoxLayout()
        self.paperActions.setSpacing(8)
        self.paperActions.setObjectName(u"paperActions")
        self.paperActions.setContentsMargins(0, 0, 0, 0)
        self.reprint = QPushButton(self.paperCard)
        self.reprint.setObjectName(u"reprint")
        self.reprint.setProperty(u"helpTopic", u"payment#reprint")
        self.reprint.setAutoDefault(False)
        self.reprint.setProperty(u"iconName", u"printer")

        self.paperActions.addWidget(self.reprint)

        self.spacer_3 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.paperActions.addItem(self.spacer_3)

        self.next = QPushButton(self.paperCard)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"helpTopic", u"payment#next")
        self.next.setAutoDefault(False)
        self.next.setProperty(u"look", u"primary")
        self.next.setProperty(u"iconName", u"arrow-right")

        self.paperActions.addWidget(self.next)


        self.paperBox.addLayout(self.paperActions)


        self.sheet.addWidget(self.paperCard)

        self.sheet.setStretch(0, 1)
        self.sheet.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_method.setBuddy(self.method)
        self.label_amount.setBuddy(self.amount)
        self.label_payer.setBuddy(self.payer)
        self.label_given.setBuddy(self.given)
        self.label_external_number.setBuddy(self.external_number)
        self.label_paid_on.setBuddy(self.paid_on)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PaymentForm)
    # setupUi

    def retranslateUi(self, PaymentForm):
        self.title.setText(QCoreApplication.translate("PaymentForm", u"\u6536\u8d39", None))
        self.dueLabel.setText(QCoreApplication.translate("PaymentForm", u"\u5e94\u6536\u5408\u8ba1", None))
        self.label_method.setText(QCoreApplication.translate("PaymentForm", u"\u6536\u8d39\u65b9\u5f0f(&M)", None))
#if QT_CONFIG(accessibility)
        self.method.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u6536\u8d39\u65b9\u5f0f", None))
#endif // QT_CONFIG(accessibility)
        self.label_amount.setText(QCoreApplication.translate("PaymentForm", u"\u5b9e\u6536\u91d1\u989d\uff08\u5143\uff09(&A)", None))
#if QT_CONFIG(accessibility)
        self.amount.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u5b9e\u6536\u91d1\u989d", None))
#endif // QT_CONFIG(accessibility)
        self.label_payer.setText(QCoreApplication.translate("PaymentForm", u"\u7f34\u6b3e\u4eba(&P)", None))
#if QT_CONFIG(accessibility)
        self.payer.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u7f34\u6b3e\u4eba", None))
#endif // QT_CONFIG(accessibility)
        self.label_given.setText(QCoreApplication.translate("PaymentForm", u"\u6536\u5230\u73b0\u91d1\uff08\u5143\uff09(&G)", None))
#if QT_CONFIG(accessibility)
        self.given.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u6536\u5230\u73b0\u91d1", None))
#endif // QT_CONFIG(accessibility)
        self.label_external_number.setText(QCoreApplication.translate("PaymentForm", u"\u7535\u5b50\u7a0e\u7968\u53f7 / \u51ed\u8bc1\u53f7(&N)", None))
#if QT_CONFIG(accessibility)
        self.external_number.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u7535\u5b50\u7a0e\u7968\u53f7\u6216\u51ed\u8bc1\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.label_paid_on.setText(QCoreApplication.translate("PaymentForm", u"\u7f34\u8d39\u65e5\u671f(&T)", None))
#if QT_CONFIG(accessibility)
        self.paid_on.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u7f34\u8d39\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("PaymentForm", u"Enter \u4e0b\u4e00\u9879 \u00b7 1\u20137 \u9009\u65b9\u5f0f \u00b7 F6 \u9009\u4eba", None))
        self.back.setText(QCoreApplication.translate("PaymentForm", u"\u8fd4\u56de Esc", None))
        self.take.setText(QCoreApplication.translate("PaymentForm", u"\u786e\u8ba4\u6536\u6b3e\u5e76\u6253\u5370 F12", None))
        self.paperTitle.setText(QCoreApplication.translate("PaymentForm", u"\u6536\u636e", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("PaymentForm", u"\u6536\u636e\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
        self.reprint.setText(QCoreApplication.translate("PaymentForm", u"\u8865\u6253", None))
        self.next.setText(QCoreApplication.translate("PaymentForm", u"\u4e0b\u4e00\u6237 Enter", None))
        pass
    # retranslateUi
