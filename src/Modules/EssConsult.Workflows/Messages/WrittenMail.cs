using System.Net;
using System.Text.RegularExpressions;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Messages;

/// <summary>A message that a circuit wrote.</summary>
internal sealed record WrittenMail(string Subject, MailPassage Words);

/// <summary>Reads the text of a message from the settings of a box, and queues it.</summary>
internal sealed partial class CircuitMail(IMailQueue queue, IMailPeople people, IMarkup markup, ISiteAddress site)
{
    private const string Template = "workflow";
    private const string Sent = "EssMails";

    /// <summary>The subject and the words: HTML, text, or both; each is made of the other where it is missing.</summary>
    public Task<WrittenMail> ReadAsync(IActivityCall call)
    {
        // Up to Orchard 2 one property held either.
        var isHtml = call.Settings.Flag("IsHtmlBody", otherwise: true);
        return ReadAsync(call, "Subject", call.HasExpression("HtmlBody") || !isHtml ? "HtmlBody" : "Body", call.HasExpression("TextBody") || isHtml ? "TextBody" : "Body");
    }

    public async Task<WrittenMail> ReadAsync(IActivityCall call, string subject, string html, string text = "TextBody")
    {
        var format = call.Settings.AnyText("BodyFormat");
        var rich = format == "Text" ? string.Empty : markup.Sanitize(await call.LiquidAsync(html, LiquidEncoding.Html)).Trim();
        var plain = format == "Html" && rich.Length > 0 ? string.Empty : (await call.LiquidAsync(text)).Trim();
        return new WrittenMail((await call.LiquidAsync(subject)).Trim(), new MailPassage(plain.Length > 0 ? plain : markup.HtmlText(rich), rich.Length > 0 ? rich : Paragraphs(plain)));
    }

    /// <summary>One message to each address or alias, in the person's language where there is a person.</summary>
    public async Task QueueAsync(IActivityCall call, IReadOnlyCollection<string> addresses, WrittenMail mail, MailUrgency urgency, CancellationToken ct)
    {
        Count(call, addresses.Count);
        var model = Model(mail);
        foreach (var address in addresses)
        {
            await (PersonAlias.PersonOf(address) is { } person
                ? people.EnqueueAsync(person, new PersonMail(Template) { Urgency = urgency, Model = _ => model }, ct)
                : queue.EnqueueAsync(new MailDraft(Template, address) { Urgency = urgency, Model = model }, ct));
        }
    }

    /// <summary>To an address that its owner has yet to prove.</summary>
    public Task QueueToAddressAsync(IActivityCall call, string address, string personId, WrittenMail mail, CancellationToken ct)
    {
        Count(call, 1);
        return queue.EnqueueAsync(new MailDraft(Template, address) { PersonId = personId, Model = Model(mail) }, ct);
    }

    private static Dictionary<string, object?> Model(WrittenMail mail) => new() { ["Title"] = mail.Subject, ["Words"] = mail.Words };

    /// <summary>A circuit that loops must not flood anybody.</summary>
    public static void Count(IActivityCall call, int more)
    {
        var sent = (call.Properties[Sent]?.GetValue<int>() ?? 0) + more;
        if (sent > WorkflowLimits.MailsPerRun)
        {
            throw new RuleException("workflow.too-many-mails", "Une exécution envoie {0} messages au plus.", WorkflowLimits.MailsPerRun);
        }

        call.Properties[Sent] = sent;
    }

    /// <summary>Addresses of this site become links; what people wrote can name no other.</summary>
    private string Paragraphs(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        var root = WebUtility.HtmlEncode(site.Absolute("/"));
        return Address().Replace(string.Join('\n', paragraphs), match => match.Value.StartsWith(root, StringComparison.Ordinal) ? $"<a href=\"{match.Value}\">{match.Value}</a>" : match.Value);
    }

    [GeneratedRegex(@"https?://[^\s<]+")]
    private static partial Regex Address();
}
