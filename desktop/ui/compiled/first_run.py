# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_FirstRunForm(object):
    def setupUi(self, FirstRunForm):
        if not FirstRunForm.objectName():
            FirstRunForm.setObjectName(u"FirstRunForm")
        FirstRunForm.setProperty(u"look", u"page")
        FirstRunForm.setProperty(u"helpTopic", u"first-run")
        self.page = QVBoxLayout(FirstRunForm)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 12, 16, 12)
        self.above = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.above)

        self.middle = QHBoxLayout()
        self.middle.setObjectName(u"middle")
        self.leftOf = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.leftOf)

        self.card = QFrame(FirstRunForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(24, 16, 24, 16)
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.headGap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)

        self.progress = QLabel(self.card)
        self.progress.setObjectName(u"progress")
        self.progress.setProperty(u"tone", u"quiet")

        self.head.addWidget(self.progress)


        self.box.addLayout(self.head)

        self.line1 = QFrame(self.card)
        self.line1.setObjectName(u"line1")
        self.line1.setProperty(u"look", u"line")

        self.box.addWidget(self.line1)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps = QStackedWidget()
        self.steps.setObjectName(u"steps")
        self.step_language = QWidget()
        self.step_language.setObjectName(u"step_language")
        self.step_language.setProperty(u"helpTopic", u"first-run#language")
        self.box_language = QVBoxLayout(self.step_language)
        self.box_language.setSpacing(4)
        self.box_language.setObjectName(u"box_language")
        self.box_language.setContentsMargins(0, 0, 0, 0)
        self.intro_language = QLabel(self.step_language)
        self.intro_language.setObjectName(u"intro_language")
        self.intro_language.setWordWrap(True)

        self.box_language.addWidget(self.intro_language)

        self.gap_language = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.box_language.addItem(self.gap_language)

        self.label_language = QLabel(self.step_language)
        self.label_language.setObjectName(u"label_language")
        self.label_language.setProperty(u"look", u"label")

        self.box_language.addWidget(self.label_language)

        self.language = CodeField(self.step_language)
        self.language.setObjectName(u"language")
        self.language.setProperty(u"helpTopic", u"first-run#language")

        self.box_language.addWidget(self.language)

        self.message_language = MessageLine(self.step_language)
        self.message_language.setObjectName(u"message_language")

        self.box_language.addWidget(self.message_language)

        self.rest_language = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.box_language.addItem(self.rest_language)

        self.steps.addWidget(self.step_language)
        self.step_kind = QWidget()
        self.step_kind.setObjectName(u"step_kind")
        self.step_kind.setProperty(u"helpTopic", u"first-run#kind")
        self.box_kind = QVBoxLayout(self.step_kind)
        self.box_kind.setSpacing(4)
        self.box_kind.setObjectName(u"box_kind")
        self.box_kind.setContentsMargins(0, 0, 0, 0)
        self.intro_kind = QLabel(self.step_kind)
        self.intro_kind.setObjectName(u"intro_kind")
        self.intro_kind.setWordWrap(True)

        self.box_kind.addWidget(self.intro_kind)

        self.gap_kind = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.box_kind.addItem(self.gap_kind)

        self.label_kind = QLabel(self.step_kind)
        self.label_kind.setObjectName(u"label_kind")
        self.label_kind.setProperty(u"look", u"label")

        self.box_kind.addWidget(self.label_kind)

        self.kind = CodeField(self.step_kind)
        self.kind.setObjectName(u"kind")
        self.kind.setProperty(u"helpTopic", u"first-run#kind")

        self.box_kind.addWidget(self.kind)

        self.message_kind = MessageLine(self.step_kind)
        self.message_kind.setObjectName(u"message_kind")

        self.box_kind.addWidget(self.message_kind)

        self.rest_kind = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.box_kind.addItem(self.rest_kind)

        self.steps.addWidget(self.step_kind)
        self.step_place = QWidget()
        self.step_place.setObjectName(u"step_place")
        self.step_place.setProperty(u"helpTopic", u"first-run#county")
        self.box_place = QVBoxLayout(self.step_place)
        self.box_place.setSpacing(4)
        self.box_place.setObjectName(u"box_place")
        self.box_place.setContentsMargins(0, 0, 0, 0)
        self.intro_place = QLabel(self.step_place)
        self.intro_place.setObjectName(u"intro_place")
        self.intro_place.setWordWrap(True)

        self.box_place.addWidget(self.intro_place)

        self.gap_place = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.box_place.addItem(self.gap_place)

        self.label_county = QLabel(self.step_place)
        self.label_county.setObjectName(u"label_county")
        self.label_county.setProperty(u"look", u"label")

        self.box_place.addWidget(self.label_county)

        self.county = CodeField(self.step_place)
        self.county.setObjectName(u"county")
        self.county.setProperty(u"helpTopic", u"first-run#county")

        self.box_place.addWidget(self.county)

        self.message_county = MessageLine(self.step_place)
        self.message_county.setObjectName(u"message_county")

        self.box_place.addWidget(self.message_county)

        self.label_township = QLabel(self.step_place)
        self.label_township.setObjectName(u"label_township")
        self.label_township.setProperty(u"look", u"label")

        self.box_place.addWidget(self.label_township)

        self.township = TextField(self.step_place)
        self.township.setObjectName(u"township")
        self.township.setProperty(u"helpTopic", u"first-run#township")

        self.box_place.addWidget(self.township)

        self.message_township = MessageLine(self.step_place)
        self.message_township.setObjectName(u"message_township")

        self.box_place.addWidget(self.message_township)

        self.label_station_name = QLabel(self.step_place)
        self.label_station_name.setObjectName(u"label_station_name")
        self.label_station_name.setProperty(u"look", u"label")

        self.box_place.addWidget(self.label_station_name)

        self.station_name = TextField(self.step_place)
        self.station_name.setObjectName(u"station_name")
        self.station_name.setProperty(u"helpTopic", u"first-run#station-name")

        self.box_place.addWidget(self.station_name)

        self.message_station_name = MessageLine(self.step_place)
        self.message_station_name.setObjectName(u"message_station_name")

        self.box_place.addWidget(self.message_station_name)

        self.label_training_day = QLabel(self.step_place)
        self.label_training_day.setObjectName(u"label_training_day")
        self.label_training_day.setProperty(u"look", u"label")

        self.box_place.addWidget(self.label_training_day)

        self.training_day = DateField(self.step_place)
        self.training_day.setObjectName(u"training_day")
        self.training_day.setProperty(u"helpTopic", u"first-run#training-day")

        self.box_place.addWidget(self.training_day)

        self.message_training_day = MessageLine(self.step_place)
        self.message_training_day.setObjectName(u"message_training_day")

        self.box_place.addWidget(self.message_training_day)

        self.label_residents = QLabel(self.step_place)
        self.label_residents.setObjectName(u"label_residents")
        self.label_residents.setProperty(u"look", u"label")

        self.box_place.addWidget(self.label_residents)

        self.residents = CodeField(self.step_place)
        self.residents.setObjectName(u"residents")
        self.residents.setProperty(u"helpTopic", u"first-run#residents")

        self.box_place.addWidget(self.residents)

        self.message_residents = MessageLine(self.step_place)
        self.message_residents.setObjectName(u"message_residents")

        self.box_place.addWidget(self.message_residents)

        self.rest_place = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.box_place.addItem(self.rest_place)

        self.steps.addWidget(self.step_place)
        self.step_person = QWidget()
        self.step_person.setObjectName(u"step_person")
        self.step_person.setProperty(u"helpTopic", u"first-run#operator")
        self.box_person = QVBoxLayout(self.step_person)
        self.box_person.setSpacing(4)
        self.box_person.setObjectName(u"box_person")
        self.box_person.setContentsMargins(0, 0, 0, 0)
        self.intro_person = QLabel(self.step_person)
        self.intro_person.setObjectName(u"intro_person")
        self.intro_person.setWordWrap(True)

        self.box_person.addWidget(self.intro_person)

        self.gap_person = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.box_person.addItem(self.gap_person)

        self.label_operator = QLabel(self.step_person)
        self.label_operator.setObjectName(u"label_operator")
        self.label_operator.setProperty(u"look", u"label")

        self.box_person.addWidget(self.label_operator)

        self.operator = TextField(self.step_person)
        self.operator.setObjectName(u"operator")
        self.operator.setProperty(u"helpTopic", u"first-run#operator")

        self.box_person.addWidget(self.operator)

        self.message_operator = MessageLine(self.step_person)
        self.message_operator.setObjectName(u"message_operator")

        self.box_person.addWidget(self.message_operator)

        self.label_display_name = QLabel(self.step_person)
        self.label_display_name.setObjectName(u"label_display_name")
        self.label_display_name.setProperty(u"look", u"label")

        self.box_person.addWidget(self.label_display_name)

        self.display_name = TextField(self.step_person)
        self.display_name.setObjectName(u"display_name")
        self.display_name.setProperty(u"helpTopic", u"first-run#display-name")

        self.box_person.addWidget(self.display_name)

        self.message_display_name = MessageLine(self.step_person)
        self.message_display_name.setObjectName(u"message_display_name")

        self.box_person.addWidget(self.message_display_name)

        self.label_role = QLabel(self.step_person)
        self.label_role.setObjectName(u"label_role")
        self.label_role.setProperty(u"look", u"label")

        self.box_person.addWidget(self.label_role)

        self.role = CodeField(self.step_person)
        self.role.setObjectName(u"role")
        self.role.setProperty(u"helpTopic", u"first-run#role")

        self.box_person.addWidget(self.role)

        self.message_role = MessageLine(self.step_person)
        self.message_role.setObjectName(u"message_role")

        self.box_person.addWidget(self.message_role)

        self.label_password = QLabel(self.step_person)
        self.label_password.setObjectName(u"label_password")
        self.label_password.setProperty(u"look", u"label")

        self.box_person.addWidget(self.label_password)

        self.password = TextField(self.step_person)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"helpTopic", u"first-run#password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.box_person.addWidget(self.password)

        self.message_password = MessageLine(self.step_person)
        self.message_password.setObjectName(u"message_password")

        self.box_person.addWidget(self.message_password)

        self.label_password_again = QLabel(self.step_person)
        self.label_password_again.setObjectName(u"label_password_again")
        self.label_password_again.setProperty(u"look", u"label")

        self.box_person.addWidget(self.label_password_again)

        self.password_again = TextField(self.step_person)
        self.password_again.setObjectName(u"password_again")
        self.password_again.setProperty(u"helpTopic", u"first-run#password")
        self.password_again.setEchoMode(QLineEdit.EchoMode.Password)

        self.box_person.addWidget(self.password_again)

        self.message_password_again = MessageLine(self.step_person)
        self.message_password_again.setObjectName(u"message_password_again")

        self.box_person.addWidget(self.message_password_again)

        self.rest_person = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.box_person.addItem(self.rest_person)

        self.steps.addWidget(self.step_person)
        self.step_confirm = QWidget()
        self.step_confirm.setObjectName(u"step_confirm")
        self.step_confirm.setProperty(u"helpTopic", u"first-run#confirm")
        self.box_confirm = QVBoxLayout(self.step_confirm)
        self.box_confirm.setSpacing(4)
        self.box_confirm.setObjectName(u"box_confirm")
        self.box_confirm.setContentsMargins(0, 0, 0, 0)
        self.intro_confirm = QLabel(self.step_confirm)
        self.intro_confirm.setObjectName(u"intro_confirm")
        self.intro_confirm.setWordWrap(True)

        self.box_confirm.addWidget(self.intro_confirm)

        self.gap_confirm = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.box_confirm.addItem(self.gap_confirm)

        self.summary = QLabel(self.step_confirm)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"look", u"strong")

        self.box_confirm.addWidget(self.summary)

        self.rest_confirm = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.box_confirm.addItem(self.rest_confirm)

        self.steps.addWidget(self.step_confirm)
        self.scroll.setWidget(self.steps)

        self.box.addWidget(self.scroll)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.back = QPushButton(self.card)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.buttons.addWidget(self.back)

        self.betweenButtons = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.betweenButtons)

        self.next = QPushButton(self.card)
        self.next.setObjectName(u"next")
        self.next.setAutoDefault(False)
        self.next.setProperty(u"look", u"primary")
        self.next.setProperty(u"iconName", u"arrow-right")

        self.buttons.addWidget(self.next)


        self.box.addLayout(self.buttons)


        self.middle.addWidget(self.card)

        self.rightOf = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.rightOf)


        self.page.addLayout(self.middle)

        self.below = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.below)

#if QT_CONFIG(shortcut)
        self.label_language.setBuddy(self.language)
        self.label_kind.setBuddy(self.kind)
        self.label_county.setBuddy(self.county)
        self.label_township.setBuddy(self.township)
        self.label_station_name.setBuddy(self.station_name)
        self.label_training_day.setBuddy(self.training_day)
        self.label_residents.setBuddy(self.residents)
        self.label_operator.setBuddy(self.operator)
        self.label_display_name.setBuddy(self.display_name)
        self.label_role.setBuddy(self.role)
        self.label_password.setBuddy(self.password)
        self.label_password_again.setBuddy(self.password_again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstRunForm)
    # setupUi

    def retranslateUi(self, FirstRunForm):
#if QT_CONFIG(accessibility)
        FirstRunForm.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u7b2c\u4e00\u6b21\u4f7f\u7528", None))
#endif // QT_CONFIG(accessibility)
        self.title.setText(QCoreApplication.translate("FirstRunForm", u"\u7b2c\u4e00\u6b21\u4f7f\u7528", None))
        self.intro_language.setText(QCoreApplication.translate("FirstRunForm", u"\u8bf7\u9009\u62e9\u754c\u9762\u8bed\u8a00\u3002Choose the language of the screens.", None))
        self.label_language.setText(QCoreApplication.translate("FirstRunForm", u"\u8bed\u8a00 Language(&L)", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u8bed\u8a00 Language", None))
#endif // QT_CONFIG(accessibility)
        self.intro_kind.setText(QCoreApplication.translate("FirstRunForm", u"\u8fd9\u53f0\u7535\u8111\u7528\u6765\u505a\u4ec0\u4e48\uff1f\u57f9\u8bad\u7ad9\u53ea\u6709\u865a\u6784\u7684\u5c45\u6c11\uff0c\u53ef\u4ee5\u968f\u610f\u7ec3\u4e60\uff1b\u5b83\u4e0e\u6b63\u5f0f\u7684\u53bf\u4e2d\u5fc3\u6c38\u8fdc\u4e0d\u76f8\u5f80\u6765\u3002", None))
        self.label_kind.setText(QCoreApplication.translate("FirstRunForm", u"\u7528\u9014(&K)", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u7528\u9014", None))
#endif // QT_CONFIG(accessibility)
        self.intro_place.setText(QCoreApplication.translate("FirstRunForm", u"\u5de5\u4f5c\u7ad9\u8bbe\u5728\u54ea\u91cc\uff1f\u8f93\u5165\u53bf\uff08\u5e02\u3001\u533a\uff09\u540d\u79f0\u3001\u62fc\u97f3\u9996\u5b57\u6bcd\u6216\u533a\u5212\u4ee3\u7801\u6765\u67e5\u627e\u3002", None))
        self.label_county.setText(QCoreApplication.translate("FirstRunForm", u"\u53bf\uff08\u5e02\u3001\u533a\uff09(&C)", None))
#if QT_CONFIG(accessibility)
        self.county.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u53bf\uff08\u5e02\u3001\u533a\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_township.setText(QCoreApplication.translate("FirstRunForm", u"\u4e61\u9547\uff08\u8857\u9053\uff09\u4ee3\u7801(&T)", None))
#if QT_CONFIG(accessibility)
        self.township.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u4e61\u9547\uff08\u8857\u9053\uff09\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.township.setPlaceholderText(QCoreApplication.translate("FirstRunForm", u"3 \u4f4d\uff0c\u53bf\u7ea7\u5de5\u4f5c\u7ad9\u7559\u7a7a", None))
        self.label_station_name.setText(QCoreApplication.translate("FirstRunForm", u"\u5de5\u4f5c\u7ad9\u540d\u79f0(&N)", None))
#if QT_CONFIG(accessibility)
        self.station_name.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u5de5\u4f5c\u7ad9\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label_training_day.setText(QCoreApplication.translate("FirstRunForm", u"\u7ec3\u4e60\u65e5\u671f(&D)", None))
#if QT_CONFIG(accessibility)
        self.training_day.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u7ec3\u4e60\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_residents.setText(QCoreApplication.translate("FirstRunForm", u"\u865a\u6784\u5c45\u6c11(&V)", None))
#if QT_CONFIG(accessibility)
        self.residents.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u865a\u6784\u5c45\u6c11", None))
#endif // QT_CONFIG(accessibility)
        self.intro_person.setText(QCoreApplication.translate("FirstRunForm", u"\u8c01\u7b2c\u4e00\u4e2a\u767b\u5f55\uff1f\u53e3\u4ee4\u53ea\u6709\u672c\u4eba\u77e5\u9053\uff0c\u7a0b\u5e8f\u91cc\u4e0d\u4fdd\u5b58\uff1b\u5fd8\u8bb0\u540e\u53ea\u80fd\u7531\u522b\u7684\u64cd\u4f5c\u5458\u91cd\u65b0\u5f00\u6237\u3002", None))
        self.label_operator.setText(QCoreApplication.translate("FirstRunForm", u"\u767b\u5f55\u540d(&U)", None))
#if QT_CONFIG(accessibility)
        self.operator.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u767b\u5f55\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.label_display_name.setText(QCoreApplication.translate("FirstRunForm", u"\u59d3\u540d(&M)", None))
#if QT_CONFIG(accessibility)
        self.display_name.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.label_role.setText(QCoreApplication.translate("FirstRunForm", u"\u89d2\u8272(&R)", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u89d2\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.label_password.setText(QCoreApplication.translate("FirstRunForm", u"\u53e3\u4ee4(&P)", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.label_password_again.setText(QCoreApplication.translate("FirstRunForm", u"\u518d\u8f93\u4e00\u6b21\u53e3\u4ee4(&A)", None))
#if QT_CONFIG(accessibility)
        self.password_again.setAccessibleName(QCoreApplication.translate("FirstRunForm", u"\u518d\u8f93\u4e00\u6b21\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.intro_confirm.setText(QCoreApplication.translate("FirstRunForm", u"\u8bf7\u6838\u5bf9\u3002\u6309\u201c\u5efa\u7ad9\u5e76\u767b\u5f55\u201d\u540e\uff0c\u672c\u673a\u5efa\u7acb\u52a0\u5bc6\u7684\u6570\u636e\u6587\u4ef6\uff1b\u5728\u6b64\u4e4b\u524d\u6ca1\u6709\u5199\u5165\u4efb\u4f55\u4e1a\u52a1\u6570\u636e\u3002", None))
        self.back.setText(QCoreApplication.translate("FirstRunForm", u"\u4e0a\u4e00\u6b65 Esc", None))
        self.next.setText(QCoreApplication.translate("FirstRunForm", u"\u4e0b\u4e00\u6b65 Enter", None))
    # retranslateUi
