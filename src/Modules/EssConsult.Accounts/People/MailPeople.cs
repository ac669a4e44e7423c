using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed class MailPeople(SiteDb db, IMailQueue mail) : IMailPeople
{
    public Task EnqueueAsync(string personId, PersonMail draft, CancellationToken ct) => EnqueueManyAsync(new Dictionary<string, PersonMail> { [personId] = draft }, ct);

    public async Task<IReadOnlyList<string>> ReachableAsync(IReadOnlyList<string> personIds, CancellationToken ct)
    {
        var reachable = (await Reachable(personIds).Select(known => known.Id).ToListAsync(ct)).ToHashSet();
        return [.. personIds.Where(reachable.Contains)];
    }

    public async Task EnqueueManyAsync(IReadOnlyDictionary<string, PersonMail> mails, CancellationToken ct)
    {
        var ids = mails.Keys.ToList();
        var people = await Reachable(ids).Select(known => new { known.Id, Address = known.Email!, known.DisplayName, known.Language }).ToListAsync(ct);
        foreach (var person in people)
        {
            var draft = mails[person.Id];
            await mail.EnqueueAsync(
                new MailDraft(draft.Template, person.Address)
                {
                    PersonId = person.Id, Language = person.Language, Urgency = draft.Urgency, Batch = draft.Batch, NotAfterUtc = draft.NotAfterUtc, UnsubscribeUrl = draft.UnsubscribeUrl?.Invoke(person.Language), Calendar = draft.Calendar?.Invoke(person.Address),
                    Model = new Dictionary<string, object?>(draft.Model(person.Language)) { ["Name"] = person.DisplayName },
                },
                ct);
        }
    }

    private IQueryable<Person> Reachable(IReadOnlyCollection<string> ids) =>
        db.Set<Person>().AsNoTracking().Where(known => ids.Contains(known.Id) && known.Email != null && known.DisabledUtc == null && (!known.IsDemo || known.IsPersona));
}
