"""What stands on the desk beside the keyboard: identity-card readers and scanners.

Vendors' libraries crash, hang and leave files behind, so they are loaded in a helper process only
(`helper`), which the desk starts, times and ends (`helper_client`). What a card says is read from
its raw text (`card_text`); its photo is never taken over.
"""
