# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'keys.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QLabel,
    QSizePolicy, QVBoxLayout, QWidget)

class Ui_KeysForm(object):
    def setupUi(self, KeysForm):
        if not KeysForm.objectName():
            KeysForm.setObjectName(u"KeysForm")
        KeysForm.setProperty(u"look", u"card")
        self.box = QVBoxLayout(KeysForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(24, 16, 24, 20)
        self.title = QLabel(KeysForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.box.addWidget(self.title)

        self.line = QFrame(KeysForm)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"look", u"line")

        self.box.addWidget(self.line)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(5)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.key_0 = QLabel(KeysForm)
        self.key_0.setObjectName(u"key_0")
        self.key_0.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_0, 0, 0, 1, 1)

        self.word_0 = QLabel(KeysForm)
        self.word_0.setObjectName(u"word_0")

        self.grid.addWidget(self.word_0, 0, 1, 1, 1)

        self.key_1 = QLabel(KeysForm)
        self.key_1.setObjectName(u"key_1")
        self.key_1.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_1, 1, 0, 1, 1)

        self.word_1 = QLabel(KeysForm)
        self.word_1.setObjectName(u"word_1")

        self.grid.addWidget(self.word_1, 1, 1, 1, 1)

        self.key_2 = QLabel(KeysForm)
        self.key_2.setObjectName(u"key_2")
        self.key_2.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_2, 2, 0, 1, 1)

        self.word_2 = QLabel(KeysForm)
        self.word_2.setObjectName(u"word_2")

        self.grid.addWidget(self.word_2, 2, 1, 1, 1)

        self.key_3 = QLabel(KeysForm)
        self.key_3.setObjectName(u"key_3")
        self.key_3.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_3, 3, 0, 1, 1)

        self.word_3 = QLabel(KeysForm)
        self.word_3.setObjectName(u"word_3")

        self.grid.addWidget(self.word_3, 3, 1, 1, 1)

        self.key_4 = QLabel(KeysForm)
        self.key_4.setObjectName(u"key_4")
        self.key_4.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_4, 4, 0, 1, 1)

        self.word_4 = QLabel(KeysForm)
        self.word_4.setObjectName(u"word_4")

        self.grid.addWidget(self.word_4, 4, 1, 1, 1)

        self.key_5 = QLabel(KeysForm)
        self.key_5.setObjectName(u"key_5")
        self.key_5.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_5, 5, 0, 1, 1)

        self.word_5 = QLabel(KeysForm)
        self.word_5.setObjectName(u"word_5")

        self.grid.addWidget(self.word_5, 5, 1, 1, 1)

        self.key_6 = QLabel(KeysForm)
        self.key_6.setObjectName(u"key_6")
        self.key_6.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_6, 6, 0, 1, 1)

        self.word_6 = QLabel(KeysForm)
        self.word_6.setObjectName(u"word_6")

        self.grid.addWidget(self.word_6, 6, 1, 1, 1)

        self.key_7 = QLabel(KeysForm)
        self.key_7.setObjectName(u"key_7")
        self.key_7.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_7, 7, 0, 1, 1)

        self.word_7 = QLabel(KeysForm)
        self.word_7.setObjectName(u"word_7")

        self.grid.addWidget(self.word_7, 7, 1, 1, 1)

        self.key_8 = QLabel(KeysForm)
        self.key_8.setObjectName(u"key_8")
        self.key_8.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_8, 8, 0, 1, 1)

        self.word_8 = QLabel(KeysForm)
        self.word_8.setObjectName(u"word_8")

        self.grid.addWidget(self.word_8, 8, 1, 1, 1)

        self.key_9 = QLabel(KeysForm)
        self.key_9.setObjectName(u"key_9")
        self.key_9.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_9, 9, 0, 1, 1)

        self.word_9 = QLabel(KeysForm)
        self.word_9.setObjectName(u"word_9")

        self.grid.addWidget(self.word_9, 9, 1, 1, 1)

        self.key_10 = QLabel(KeysForm)
        self.key_10.setObjectName(u"key_10")
        self.key_10.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_10, 10, 0, 1, 1)

        self.word_10 = QLabel(KeysForm)
        self.word_10.setObjectName(u"word_10")

        self.grid.addWidget(self.word_10, 10, 1, 1, 1)

        self.key_11 = QLabel(KeysForm)
        self.key_11.setObjectName(u"key_11")
        self.key_11.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_11, 11, 0, 1, 1)

        self.word_11 = QLabel(KeysForm)
        self.word_11.setObjectName(u"word_11")

        self.grid.addWidget(self.word_11, 11, 1, 1, 1)

        self.key_12 = QLabel(KeysForm)
        self.key_12.setObjectName(u"key_12")
        self.key_12.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_12, 12, 0, 1, 1)

        self.word_12 = QLabel(KeysForm)
        self.word_12.setObjectName(u"word_12")

        self.grid.addWidget(self.word_12, 12, 1, 1, 1)

        self.key_13 = QLabel(KeysForm)
        self.key_13.setObjectName(u"key_13")
        self.key_13.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_13, 13, 0, 1, 1)

        self.word_13 = QLabel(KeysForm)
        self.word_13.setObjectName(u"word_13")

        self.grid.addWidget(self.word_13, 13, 1, 1, 1)

        self.key_14 = QLabel(KeysForm)
        self.key_14.setObjectName(u"key_14")
        self.key_14.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_14, 14, 0, 1, 1)

        self.word_14 = QLabel(KeysForm)
        self.word_14.setObjectName(u"word_14")

        self.grid.addWidget(self.word_14, 14, 1, 1, 1)

        self.key_15 = QLabel(KeysForm)
        self.key_15.setObjectName(u"key_15")
        self.key_15.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_15, 15, 0, 1, 1)

        self.word_15 = QLabel(KeysForm)
        self.word_15.setObjectName(u"word_15")

        self.grid.addWidget(self.word_15, 15, 1, 1, 1)

        self.key_16 = QLabel(KeysForm)
        self.key_16.setObjectName(u"key_16")
        self.key_16.setProperty(u"look", u"strong")

        self.grid.addWidget(self.key_16, 16, 0, 1, 1)

        self.word_16 = QLabel(KeysForm)
        self.word_16.setObjectName(u"word_16")

        self.grid.addWidget(self.word_16, 16, 1, 1, 1)

        self.grid.setColumnStretch(1, 1)

        self.box.addLayout(self.grid)


        self.retranslateUi(KeysForm)
    # setupUi

    def retranslateUi(self, KeysForm):
        self.title.setText(QCoreApplication.translate("KeysForm", u"\u952e\u76d8\u4e00\u89c8", None))
        self.key_0.setText(QCoreApplication.translate("KeysForm", u"F1", None))
        self.word_0.setText(QCoreApplication.translate("KeysForm", u"\u952e\u76d8\u4e00\u89c8\uff08\u518d\u6309\u4e00\u6b21\u5173\u95ed\uff09", None))
        self.key_1.setText(QCoreApplication.translate("KeysForm", u"F2", None))
        self.word_1.setText(QCoreApplication.translate("KeysForm", u"\u65b0\u6237", None))
        self.key_2.setText(QCoreApplication.translate("KeysForm", u"F3 / Ctrl+K", None))
        self.word_2.setText(QCoreApplication.translate("KeysForm", u"\u67e5\u627e", None))
        self.key_3.setText(QCoreApplication.translate("KeysForm", u"F4", None))
        self.word_3.setText(QCoreApplication.translate("KeysForm", u"\u52a0\u6210\u5458", None))
        self.key_4.setText(QCoreApplication.translate("KeysForm", u"F5", None))
        self.word_4.setText(QCoreApplication.translate("KeysForm", u"\u7acb\u5373\u540c\u6b65", None))
        self.key_5.setText(QCoreApplication.translate("KeysForm", u"F6", None))
        self.word_5.setText(QCoreApplication.translate("KeysForm", u"\u6362\u5230\u4e0b\u4e00\u533a", None))
        self.key_6.setText(QCoreApplication.translate("KeysForm", u"F8", None))
        self.word_6.setText(QCoreApplication.translate("KeysForm", u"\u8ba1\u7b97\u4f9d\u636e", None))
        self.key_7.setText(QCoreApplication.translate("KeysForm", u"F9", None))
        self.word_7.setText(QCoreApplication.translate("KeysForm", u"\u4fdd\u5b58", None))
        self.key_8.setText(QCoreApplication.translate("KeysForm", u"F12", None))
        self.word_8.setText(QCoreApplication.translate("KeysForm", u"\u6536\u8d39\u5e76\u6253\u5370", None))
        self.key_9.setText(QCoreApplication.translate("KeysForm", u"Enter / Shift+Enter", None))
        self.word_9.setText(QCoreApplication.translate("KeysForm", u"\u4e0b\u4e00\u9879 / \u4e0a\u4e00\u9879", None))
        self.key_10.setText(QCoreApplication.translate("KeysForm", u"Ctrl+D", None))
        self.word_10.setText(QCoreApplication.translate("KeysForm", u"\u4e0e\u4e0a\u4e00\u4f4d\u6210\u5458\u76f8\u540c", None))
        self.key_11.setText(QCoreApplication.translate("KeysForm", u"\u6570\u5b57", None))
        self.word_11.setText(QCoreApplication.translate("KeysForm", u"\u76f4\u63a5\u9009\u53d6\u4ee3\u7801\u9879", None))
        self.key_12.setText(QCoreApplication.translate("KeysForm", u"\u7a7a\u683c / \u2193", None))
        self.word_12.setText(QCoreApplication.translate("KeysForm", u"\u5c55\u5f00\u9009\u9879\uff0c\u8f93\u5165\u6587\u5b57\u6216\u62fc\u97f3\u9996\u5b57\u6bcd\u7b5b\u9009", None))
        self.key_13.setText(QCoreApplication.translate("KeysForm", u"Ctrl+Del", None))
        self.word_13.setText(QCoreApplication.translate("KeysForm", u"\u5220\u9664\u672c\u884c\u6210\u5458", None))
        self.key_14.setText(QCoreApplication.translate("KeysForm", u"Alt+1 \u2026 Alt+6", None))
        self.word_14.setText(QCoreApplication.translate("KeysForm", u"\u5207\u6362\u5de6\u4fa7\u680f\u76ee", None))
        self.key_15.setText(QCoreApplication.translate("KeysForm", u"Ctrl+L", None))
        self.word_15.setText(QCoreApplication.translate("KeysForm", u"\u9501\u5b9a\u5c4f\u5e55", None))
        self.key_16.setText(QCoreApplication.translate("KeysForm", u"Esc", None))
        self.word_16.setText(QCoreApplication.translate("KeysForm", u"\u53d6\u6d88\u3001\u8fd4\u56de", None))
        pass
    # retranslateUi
