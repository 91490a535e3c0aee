# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings.ui'
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
    QSpacerItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine

class Ui_SettingsForm(object):
    def setupUi(self, SettingsForm):
        if not SettingsForm.objectName():
            SettingsForm.setObjectName(u"SettingsForm")
        SettingsForm.setProperty(u"helpTopic", u"settings")
        SettingsForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(SettingsForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SettingsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.spacer_1 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.relocate = QPushButton(SettingsForm)
        self.relocate.setObjectName(u"relocate")
        self.relocate.setProperty(u"helpTopic", u"move")
        self.relocate.setAutoDefault(False)

        self.head.addWidget(self.relocate)

        self.divisions = QPushButton(SettingsForm)
        self.divisions.setObjectName(u"divisions")
        self.divisions.setProperty(u"helpTopic", u"divisions")
        self.divisions.setAutoDefault(False)

        self.head.addWidget(self.divisions)


        self.page.addLayout(self.head)

        self.pageScroll = QScrollArea(SettingsForm)
        self.pageScroll.setObjectName(u"pageScroll")
        self.pageScroll.setWidgetResizable(True)
        self.pageScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.pageScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pageBody = QWidget()
        self.pageBody.setObjectName(u"pageBody")
        self.cards = QVBoxLayout(self.pageBody)
        self.cards.setSpacing(8)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.card = QFrame(self.pageBody)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.card.sizePolicy().hasHeightForWidth())
        self.card.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 16, 16, 16)
        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(12)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.label_language = QLabel(self.card)
        self.label_language.setObjectName(u"label_language")

        self.grid.addWidget(self.label_language, 0, 0, 1, 1)

        self.language = CodeField(self.card)
        self.language.setObjectName(u"language")
        self.language.setProperty(u"helpTopic", u"settings#language")

        self.grid.addWidget(self.language, 0, 1, 1, 1)

        self.hint_language = QLabel(self.card)
        self.hint_language.setObjectName(u"hint_language")
        self.hint_language.setWordWrap(True)
        self.hint_language.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_language, 0, 2, 1, 1)

        self.label_theme = QLabel(self.card)
        self.label_theme.setObjectName(u"label_theme")

        self.grid.addWidget(self.label_theme, 1, 0, 1, 1)

        self.theme = CodeField(self.card)
        self.theme.setObjectName(u"theme")
        self.theme.setProperty(u"helpTopic", u"settings#theme")

        self.grid.addWidget(self.theme, 1, 1, 1, 1)

        self.hint_theme = QLabel(self.card)
        self.hint_theme.setObjectName(u"hint_theme")
        self.hint_theme.setWordWrap(True)
        self.hint_theme.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_theme, 1, 2, 1, 1)

        self.label_text_size = QLabel(self.card)
        self.label_text_size.setObjectName(u"label_text_size")

        self.grid.addWidget(self.label_text_size, 2, 0, 1, 1)

        self.text_size = CodeField(self.card)
        self.text_size.setObjectName(u"text_size")
        self.text_size.setProperty(u"helpTopic", u"settings#text-size")

        self.grid.addWidget(self.text_size, 2, 1, 1, 1)

        self.hint_text_size = QLabel(self.card)
        self.hint_text_size.setObjectName(u"hint_text_size")
        self.hint_text_size.setWordWrap(True)
        self.hint_text_size.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_text_size, 2, 2, 1, 1)

        self.label_enter = QLabel(self.card)
        self.label_enter.setObjectName(u"label_enter")

        self.grid.addWidget(self.label_enter, 3, 0, 1, 1)

        self.enter = CodeField(self.card)
        self.enter.setObjectName(u"enter")
        self.enter.setProperty(u"helpTopic", u"settings#enter")

        self.grid.addWidget(self.enter, 3, 1, 1, 1)

        self.hint_enter = QLabel(self.card)
        self.hint_enter.setObjectName(u"hint_enter")
        self.hint_enter.setWordWrap(True)
        self.hint_enter.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_enter, 3, 2, 1, 1)

        self.label_idle_lock = QLabel(self.card)
        self.label_idle_lock.setObjectName(u"label_idle_lock")

        self.grid.addWidget(self.label_idle_lock, 4, 0, 1, 1)

        self.idle_lock = CodeField(self.card)
        self.idle_lock.setObjectName(u"idle_lock")
        self.idle_lock.setProperty(u"helpTopic", u"settings#idle-lock")

        self.grid.addWidget(self.idle_lock, 4, 1, 1, 1)

        self.hint_idle_lock = QLabel(self.card)
        self.hint_idle_lock.setObjectName(u"hint_idle_lock")
        self.hint_idle_lock.setWordWrap(True)
        self.hint_idle_lock.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_idle_lock, 4, 2, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 2)

        self.box.addLayout(self.grid)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)


        self.cards.addWidget(self.card)

        self.aboutCard = QFrame(self.pageBody)
        self.aboutCard.setObjectName(u"aboutCard")
        self.aboutCard.setProperty(u"look", u"card")
        sizePolicy.setHeightForWidth(self.aboutCard.sizePolicy().hasHeightForWidth())
        self.aboutCard.setSizePolicy(sizePolicy)
        self.aboutBox = QVBoxLayout(self.aboutCard)
        self.aboutBox.setSpacing(8)
        self.aboutBox.setObjectName(u"aboutBox")
        self.aboutBox.setContentsMargins(16, 12, 16, 16)
        self.aboutTitle = QLabel(self.aboutCard)
        self.aboutTitle.setObjectName(u"aboutTitle")
        self.aboutTitle.setProperty(u"look", u"heading")

        self.aboutBox.addWidget(self.aboutTitle)

        self.about = QLabel(self.aboutCard)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"helpTopic", u"settings#about")
        self.about.setText(u"")
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.about.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.about.setProperty(u"look", u"label")

        self.aboutBox.addWidget(self.about)

        self.update_ = QLabel(self.aboutCard)
        self.update_.setObjectName(u"update_")
        self.update_.setProperty(u"helpTopic", u"settings#update")
        self.update_.setText(u"")
        self.update_.setWordWrap(True)
        self.update_.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.update_.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.update_.setProperty(u"look", u"label")

        self.aboutBox.addWidget(self.update_)


        self.cards.addWidget(self.aboutCard)

        self.managedCard = QFrame(self.pageBody)
        self.managedCard.setObjectName(u"managedCard")
        self.managedCard.setProperty(u"look", u"card")
        sizePolicy.setHeightForWidth(self.managedCard.sizePolicy().hasHeightForWidth())
        self.managedCard.setSizePolicy(sizePolicy)
        self.managedBox = QVBoxLayout(self.managedCard)
        self.managedBox.setSpacing(8)
        self.managedBox.setObjectName(u"managedBox")
        self.managedBox.setContentsMargins(16, 12, 16, 16)
        self.managedTitle = QLabel(self.managedCard)
        self.managedTitle.setObjectName(u"managedTitle")
        self.managedTitle.setProperty(u"look", u"heading")

        self.managedBox.addWidget(self.managedTitle)

        self.managed = QLabel(self.managedCard)
        self.managed.setObjectName(u"managed")
        self.managed.setProperty(u"helpTopic", u"settings#managed")
        self.managed.setText(u"")
        self.managed.setWordWrap(True)
        self.managed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.managed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.managed.setProperty(u"look", u"label")

        self.managedBox.addWidget(self.managed)


        self.cards.addWidget(self.managedCard)

        self.spacer_2 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cards.addItem(self.spacer_2)

        self.pageScroll.setWidget(self.pageBody)

        self.page.addWidget(self.pageScroll)

#if QT_CONFIG(shortcut)
        self.label_language.setBuddy(self.language)
        self.label_theme.setBuddy(self.theme)
        self.label_text_size.setBuddy(self.text_size)
        self.label_enter.setBuddy(self.enter)
        self.label_idle_lock.setBuddy(self.idle_lock)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsForm)
    # setupUi

    def retranslateUi(self, SettingsForm):
        self.title.setText(QCoreApplication.translate("SettingsForm", u"\u7cfb\u7edf\u8bbe\u7f6e", None))
        self.relocate.setText(QCoreApplication.translate("SettingsForm", u"\u6362\u5230\u53e6\u4e00\u4e2a\u4e61\u9547(&N)", None))
        self.divisions.setText(QCoreApplication.translate("SettingsForm", u"\u533a\u5212\u7ba1\u7406(&D)", None))
        self.label_language.setText(QCoreApplication.translate("SettingsForm", u"\u754c\u9762\u8bed\u8a00(&L)", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("SettingsForm", u"\u754c\u9762\u8bed\u8a00", None))
#endif // QT_CONFIG(accessibility)
        self.hint_language.setText(QCoreApplication.translate("SettingsForm", u"\u5207\u6362\u540e\u7a97\u53e3\u7acb\u5373\u6362\u6210\u6240\u9009\u8bed\u8a00\uff0c\u672a\u4fdd\u5b58\u7684\u5185\u5bb9\u4e0d\u53d8", None))
        self.label_theme.setText(QCoreApplication.translate("SettingsForm", u"\u5916\u89c2(&T)", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("SettingsForm", u"\u5916\u89c2", None))
#endif // QT_CONFIG(accessibility)
        self.hint_theme.setText(QCoreApplication.translate("SettingsForm", u"\u6df1\u8272\u9002\u5408\u591c\u95f4\u5165\u6237", None))
        self.label_text_size.setText(QCoreApplication.translate("SettingsForm", u"\u5b57\u53f7(&Z)", None))
#if QT_CONFIG(accessibility)
        self.text_size.setAccessibleName(QCoreApplication.translate("SettingsForm", u"\u5b57\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.hint_text_size.setText(QCoreApplication.translate("SettingsForm", u"10.5 / 13.5 / 18 \u78c5", None))
        self.label_enter.setText(QCoreApplication.translate("SettingsForm", u"\u56de\u8f66\u952e(&R)", None))
#if QT_CONFIG(accessibility)
        self.enter.setAccessibleName(QCoreApplication.translate("SettingsForm", u"\u56de\u8f66\u952e", None))
#endif // QT_CONFIG(accessibility)
        self.hint_enter.setText(QCoreApplication.translate("SettingsForm", u"\u201c\u53ea\u7528 Tab\u201d \u65f6\u56de\u8f66\u4e0d\u6362\u683c\uff0c\u6309\u94ae\u4ecd\u53ef\u7528\u56de\u8f66", None))
        self.label_idle_lock.setText(QCoreApplication.translate("SettingsForm", u"\u95f2\u7f6e\u9501\u5b9a(&K)", None))
#if QT_CONFIG(accessibility)
        self.idle_lock.setAccessibleName(QCoreApplication.translate("SettingsForm", u"\u95f2\u7f6e\u9501\u5b9a", None))
#endif // QT_CONFIG(accessibility)
        self.hint_idle_lock.setText(QCoreApplication.translate("SettingsForm", u"\u65e0\u4eba\u64cd\u4f5c\u8fd9\u4e48\u4e45\u540e\u76d6\u4f4f\u5c4f\u5e55\uff0c\u8981\u53e3\u4ee4\u624d\u80fd\u7ee7\u7eed", None))
        self.aboutTitle.setText(QCoreApplication.translate("SettingsForm", u"\u5173\u4e8e", None))
        self.managedTitle.setText(QCoreApplication.translate("SettingsForm", u"\u4fe1\u606f\u90e8\u95e8\u7684\u8bbe\u7f6e", None))
        pass
    # retranslateUi
