using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;

namespace EssConsult.Notifications.Mailings;

/// <summary>The letter of a message: the same words for everybody, and a way out for each.</summary>
internal sealed class MailingLetters(IMarkup markup, ISiteAddress address, MailingUnsubscription unsubscription)
{
    public MailPassage Words(Mailing mailing)
    {
        var html = markup.Markdown(mailing.Text);
        return new MailPassage(markup.HtmlText(html), html);
    }

    public PersonMail Of(Mailing mailing, string personId, bool isTest = false) => Of(mailing, Words(mailing), personId, isTest);

    /// <param name="mailing">The message.</param>
    /// <param name="words">Its words, made once for everybody.</param>
    /// <param name="personId">Whom it is for.</param>
    /// <param name="isTest">To whoever wrote it: counted nowhere.</param>
    public PersonMail Of(Mailing mailing, MailPassage words, string personId, bool isTest)
    {
        var leave = unsubscription.PathFor(personId, mailing.Id);
        return new PersonMail("message")
        {
            Batch = isTest ? null : mailing.Id,
            UnsubscribeUrl = language => address.Absolute(leave, language),
            Model = language => new Dictionary<string, object?>
            {
                ["IsTest"] = isTest, ["Title"] = mailing.Subject, ["Words"] = words, ["Why"] = mailing.Why, ["Unsubscribe"] = address.Absolute(leave, language),
            },
        };
    }
}
