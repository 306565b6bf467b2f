<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines match</source>
        <translation>
            <numerusform>%n line matches</numerusform>
            <numerusform>%n lines match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeforeStartPage</name>
    <message numerus="yes">
        <source>You can have %n more working days to ask your union or anybody else. No reason is asked, and it looks like any other extension.</source>
        <translation>
            <numerusform>You can have %n more working day to ask your union or anybody else. No reason is asked, and it looks like any other extension.</numerusform>
            <numerusform>You can have %n more working days to ask your union or anybody else. No reason is asked, and it looks like any other extension.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckingPdfs</name>
    <message numerus="yes">
        <source>Check of %n PDFs</source>
        <translation>
            <numerusform>Check of %n PDF</numerusform>
            <numerusform>Check of %n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExceptionsCard</name>
    <message numerus="yes">
        <source>%n requests wait for you</source>
        <translation>
            <numerusform>%n request waits for you</numerusform>
            <numerusform>%n requests wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>%n people are chosen in the register.</source>
        <translation>
            <numerusform>%n person is chosen in the register.</numerusform>
            <numerusform>%n people are chosen in the register.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declarations.</source>
        <translation>
            <numerusform>%n declaration.</numerusform>
            <numerusform>%n declarations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoingPage</name>
    <message numerus="yes">
        <source>%n people are overdue.</source>
        <translation>
            <numerusform>%n person is overdue.</numerusform>
            <numerusform>%n people are overdue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</source>
        <translation>
            <numerusform>%n question about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</numerusform>
            <numerusform>%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about the school’s accounts, because you post for the school.</source>
        <translation>
            <numerusform>%n question about the school’s accounts, because you post for the school.</numerusform>
            <numerusform>%n questions about the school’s accounts, because you post for the school.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveOut</name>
    <message numerus="yes">
        <source>%n people are in it</source>
        <translation>
            <numerusform>%n person is in it</numerusform>
            <numerusform>%n people are in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people left out</source>
        <translation>
            <numerusform>%n person left out</numerusform>
            <numerusform>%n people left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message numerus="yes">
        <source>Wait %n seconds</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackComparePage</name>
    <message numerus="yes">
        <source>%n people have signed. They are asked what is ticked above.</source>
        <translation>
            <numerusform>%n person has signed. They are asked what is ticked above.</numerusform>
            <numerusform>%n people have signed. They are asked what is ticked above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people have not, and answer the new version.</source>
        <translation>
            <numerusform>%n person has not, and answers the new version.</numerusform>
            <numerusform>%n people have not, and answer the new version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPrintPage</name>
    <message numerus="yes">
        <source>For %n people who have not signed</source>
        <translation>
            <numerusform>For %n person who has not signed</numerusform>
            <numerusform>For %n people who have not signed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message numerus="yes">
        <source>%n papers entered</source>
        <translation>
            <numerusform>%n paper entered</numerusform>
            <numerusform>%n papers entered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPage</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleColumnsPage</name>
    <message numerus="yes">
        <source>%n rows, read as {encoding}.</source>
        <translation>
            <numerusform>%n row, read as {encoding}.</numerusform>
            <numerusform>%n rows, read as {encoding}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n people are here.</source>
        <translation>
            <numerusform>%n person is here.</numerusform>
            <numerusform>%n people are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New codes for %n people</source>
        <translation>
            <numerusform>New codes for %n person</numerusform>
            <numerusform>New codes for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people match</source>
        <translation>
            <numerusform>%n person matches</numerusform>
            <numerusform>%n people match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneCover</name>
    <message numerus="yes">
        <source>%n minutes left. Then this locks; your answers stay.</source>
        <translation>
            <numerusform>%n minute left. Then this locks; your answers stay.</numerusform>
            <numerusform>%n minutes left. Then this locks; your answers stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureCards</name>
    <message numerus="yes">
        <source>%n people signed in the last 7 days</source>
        <translation>
            <numerusform>%n person signed in the last 7 days</numerusform>
            <numerusform>%n people signed in the last 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are overdue</source>
        <translation>
            <numerusform>%n person is overdue</numerusform>
            <numerusform>%n people are overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are away and not counted here.</source>
        <translation>
            <numerusform>%n person is away and not counted here.</numerusform>
            <numerusform>%n people are away and not counted here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message numerus="yes">
        <source>The policy changed: %n points</source>
        <translation>
            <numerusform>The policy changed: %n point</numerusform>
            <numerusform>The policy changed: %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%n days left.</source>
        <translation>
            <numerusform>%n day left.</numerusform>
            <numerusform>%n days left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people match</source>
        <translation>
            <numerusform>%n person matches</numerusform>
            <numerusform>%n people match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the declarations of %n people…</source>
        <translation>
            <numerusform>Export the declaration of %n person…</numerusform>
            <numerusform>Export the declarations of %n people…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remind %n people</source>
        <translation>
            <numerusform>Remind %n person</numerusform>
            <numerusform>Remind %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindPage</name>
    <message numerus="yes">
        <source>%n people can be reminded today.</source>
        <translation>
            <numerusform>%n person can be reminded today.</numerusform>
            <numerusform>%n people can be reminded today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundChangePage</name>
    <message numerus="yes">
        <source>%n people have not signed.</source>
        <translation>
            <numerusform>%n person has not signed.</numerusform>
            <numerusform>%n people have not signed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundStartPage</name>
    <message numerus="yes">
        <source>%n people are asked to sign by {due}.</source>
        <translation>
            <numerusform>%n person is asked to sign by {due}.</numerusform>
            <numerusform>%n people are asked to sign by {due}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are to sign and cannot sign in yet.</source>
        <translation>
            <numerusform>%n person is to sign and cannot sign in yet.</numerusform>
            <numerusform>%n people are to sign and cannot sign in yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have a code that they have not used. New slips end it.</source>
        <translation>
            <numerusform>%n of them has a code that they have not used. New slips end it.</numerusform>
            <numerusform>%n of them have a code that they have not used. New slips end it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips were made. Their codes are kept nowhere.</source>
        <translation>
            <numerusform>%n slip was made. Its code is kept nowhere.</numerusform>
            <numerusform>%n slips were made. Their codes are kept nowhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpPeoplePage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpReadyPage</name>
    <message numerus="yes">
        <source>%n people have not signed in yet.</source>
        <translation>
            <numerusform>%n person has not signed in yet.</numerusform>
            <numerusform>%n people have not signed in yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips saved, good until {day}</source>
        <translation>
            <numerusform>%n slip saved, good until {day}</numerusform>
            <numerusform>%n slips saved, good until {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>Wait %n seconds</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That does not match. Try again in %n seconds.</source>
        <translation>
            <numerusform>That does not match. Try again in %n second.</numerusform>
            <numerusform>That does not match. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SittingPage</name>
    <message numerus="yes">
        <source>This goes with the next key, or after %n seconds.</source>
        <translation>
            <numerusform>This goes with the next key, or after %n second.</numerusform>
            <numerusform>This goes with the next key, or after %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names match</source>
        <translation>
            <numerusform>%n name matches</numerusform>
            <numerusform>%n names match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SittingSignInPage</name>
    <message numerus="yes">
        <source>After %n minutes without a key, the list of names comes back.</source>
        <translation>
            <numerusform>After %n minute without a key, the list of names comes back.</numerusform>
            <numerusform>After %n minutes without a key, the list of names comes back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SittingStartPage</name>
    <message numerus="yes">
        <source>%n people have no code yet</source>
        <translation>
            <numerusform>%n person has no code yet</numerusform>
            <numerusform>%n people have no code yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message numerus="yes">
        <source>You have signed. %n things to do, the first by {day}.</source>
        <translation>
            <numerusform>You have signed. %n thing to do by {day}.</numerusform>
            <numerusform>You have signed. %n things to do, the first by {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n days</source>
        <translation>
            <numerusform>Due in %n day</numerusform>
            <numerusform>Due in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StillThereDialog</name>
    <message numerus="yes">
        <source>This locks in %n seconds. Your answers are kept. Press any key to stay signed in.</source>
        <translation>
            <numerusform>This locks in %n second. Your answers are kept. Press any key to stay signed in.</numerusform>
            <numerusform>This locks in %n seconds. Your answers are kept. Press any key to stay signed in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermDates</name>
    <message numerus="yes">
        <source>%n holidays are added.</source>
        <translation>
            <numerusform>%n holiday is added.</numerusform>
            <numerusform>%n holidays are added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>export</name>
    <message numerus="yes">
        <source>%n PDFs to print lie beside, without signatures.</source>
        <translation>
            <numerusform>%n PDF to print lies beside, without signatures.</numerusform>
            <numerusform>%n PDFs to print lie beside, without signatures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>remind</name>
    <message numerus="yes">
        <source>%n people have signed.</source>
        <translation>
            <numerusform>%n person has signed.</numerusform>
            <numerusform>%n people have signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are away.</source>
        <translation>
            <numerusform>%n person is away.</numerusform>
            <numerusform>%n people are away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were reminded four times.</source>
        <translation>
            <numerusform>%n person was reminded four times.</numerusform>
            <numerusform>%n people were reminded four times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were reminded not long ago.</source>
        <translation>
            <numerusform>%n person was reminded not long ago.</numerusform>
            <numerusform>%n people were reminded not long ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the register notes that you reminded %n people today.</source>
        <translation>
            <numerusform>the register notes that you reminded %n person today.</numerusform>
            <numerusform>the register notes that you reminded %n people today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted that you reminded %n people today.</source>
        <translation>
            <numerusform>Noted that you reminded %n person today.</numerusform>
            <numerusform>Noted that you reminded %n people today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>time left</name>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
</TS>
