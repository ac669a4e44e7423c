using System.Net;
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
internal sealed class CircuitMail(IMailQueue queue, IMailPeople people, IMarkup markup)
{
    private const string Template = "workflow";
    private const string Sent = "EssMails";

    /// <summary>The subject and the words: HTML, text, or both; each is made of the other where it is missing.</summary>
    public async Task<WrittenMail> ReadAsync(IActivityCall call)
    {
        var subject = (await call.LiquidAsync("Subject")).Trim();
        // Up to Orchard 2 one property held either.
        var isHtml = call.Settings.Flag("IsHtmlBody", otherwise: true);
        var html = await call.LiquidAsync(call.HasExpression("HtmlBody") ? "HtmlBody" : isHtml ? "Body" : "HtmlBody", LiquidEncoding.Html);
        var text = await call.LiquidAsync(call.HasExpression("TextBody") ? "TextBody" : isHtml ? "TextBody" : "Body");
        var wanted = call.Settings.AnyText("BodyFormat");
        html = wanted == "Text" ? string.Empty : markup.Sanitize(html).Trim();
        text = wanted == "Html" && html.Length > 0 ? string.Empty : text.Trim();
        return new WrittenMail(subject, new MailPassage(text.Length > 0 ? text : markup.HtmlText(html), html.Length > 0 ? html : Paragraphs(text)));
    }

    /// <summary>One message to each address or alias, in the person's language where there is a person.</summary>
    public async Task QueueAsync(IActivityCall call, IReadOnlyCollection<string> addresses, WrittenMail mail, MailUrgency urgency, CancellationToken ct)
    {
        Count(call, addresses.Count);
        var model = new Dictionary<string, object?> { ["Title"] = mail.Subject, ["Words"] = mail.Words };
        foreach (var address in addresses)
        {
            await (PersonAlias.PersonOf(address) is { } person
                ? people.EnqueueAsync(person, new PersonMail(Template) { Urgency = urgency, Model = _ => model }, ct)
                : queue.EnqueueAsync(new MailDraft(Template, address) { Urgency = urgency, Model = model }, ct));
        }
    }

    /// <summary>A circuit that loops must not flood anybody.</summary>
    private static void Count(IActivityCall call, int more)
    {
        var sent = (call.Properties[Sent]?.GetValue<int>() ?? 0) + more;
        if (sent > WorkflowLimits.MailsPerRun)
        {
            throw new RuleException("workflow.too-many-mails", "Une exécution envoie {0} messages au plus.", WorkflowLimits.MailsPerRun);
        }

        call.Properties[Sent] = sent;
    }

    private static string Paragraphs(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
}
