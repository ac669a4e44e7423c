using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed class MailPeople(SiteDb db, IMailQueue mail) : IMailPeople
{
    public async Task EnqueueAsync(string personId, PersonMail draft, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking()
            .FirstOrDefaultAsync(known => known.Id == personId && known.Email != null && known.DisabledUtc == null && (!known.IsDemo || known.IsPersona), ct);
        if (person is null)
        {
            return;
        }

        var model = new Dictionary<string, object?>(draft.Model(person.Language)) { ["Name"] = person.DisplayName };
        await mail.EnqueueAsync(
            new MailDraft(draft.Template, person.Email!)
            {
                PersonId = person.Id, Language = person.Language, Urgency = draft.Urgency, NotAfterUtc = draft.NotAfterUtc,
                UnsubscribeUrl = draft.UnsubscribeUrl?.Invoke(person.Language), Model = model,
            },
            ct);
    }
}
