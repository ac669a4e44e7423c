using EssConsult.Actors.Contracts;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>A contribution that was signed for a structure concerns all who speak for it.</summary>
internal sealed class SigningOrganisations(SiteDb db, IActors actors) : IOrganisations
{
    public async Task<IReadOnlyList<string>> SpeakersOfAsync(string contentItemId, CancellationToken ct) =>
        await db.Set<ContributionRow>().Where(row => row.ContentItemId == contentItemId).Select(row => row.ActorId).FirstOrDefaultAsync(ct) is { } actor ? await actors.SpeakersOfAsync(actor, ct) : [];
}
