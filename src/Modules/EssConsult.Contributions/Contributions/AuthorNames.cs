using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Whoever changes the name that they show changes it on what they wrote.</summary>
internal sealed class AuthorNames(SiteDb db, IContentStore content, IPeople people) : IHandle<PersonChanged>
{
    public async Task HandleAsync(PersonChanged happened, CancellationToken ct)
    {
        if ((await people.NamesAsync([happened.PersonId], ct)).GetValueOrDefault(happened.PersonId)?.DisplayName is not { } name)
        {
            return;
        }

        var renamed = await db.Set<ContributionRow>().Where(row => row.AuthorId == happened.PersonId && row.AuthorName != name)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorName, name), ct);
        if (renamed > 0)
        {
            await content.RenamePersonAsync(happened.PersonId, name, ct);
            db.Publish(new AuthorRenamed(happened.PersonId));
        }
    }
}
