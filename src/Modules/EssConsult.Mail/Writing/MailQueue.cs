using EssConsult.Mail.Contracts;
using EssConsult.Mail.Delivery;

namespace EssConsult.Mail.Writing;

internal sealed class MailQueue(SiteDb db, MailRenderer renderer, MailSettings settings, TimeProvider clock) : IMailQueue
{
    public async Task EnqueueAsync(MailDraft draft, CancellationToken ct)
    {
        var rendered = await renderer.RenderAsync(draft.Template, draft.Language, draft.Model, whole: draft.Urgency == MailUrgency.AtOnce);
        var message = Compose(draft, rendered, settings.NewMessageId(), clock.UtcNow());
        db.Add(message);
        if (message.State == MailState.Waiting)
        {
            db.Publish(new MailQueued(message.Id));
        }
    }

    public async Task<(string Subject, MailPassage Words)> PreviewAsync(MailDraft draft)
    {
        var rendered = await renderer.RenderAsync(draft.Template, draft.Language, draft.Model, whole: false);
        return (rendered.Subject, new MailPassage(rendered.Text, rendered.Html));
    }

    private static MailMessage Compose(MailDraft draft, RenderedMail rendered, string messageId, DateTime now) => new()
    {
        Recipient = draft.Recipient,
        PersonId = draft.PersonId,
        Template = draft.Template,
        Language = draft.Language,
        Subject = rendered.Subject,
        Text = rendered.Text,
        Html = rendered.Html,
        UnsubscribeUrl = draft.UnsubscribeUrl,
        Calendar = draft.Calendar?.Text,
        CalendarMethod = draft.Calendar?.Method,
        Batch = draft.Batch,
        State = draft.Urgency == MailUrgency.Digest ? MailState.ForDigest : MailState.Waiting,
        MessageId = messageId,
        QueuedUtc = now,
        DueUtc = now,
        NotAfterUtc = draft.NotAfterUtc,
    };
}
