using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Wishes;

/// <summary>The wishes of one registration: read and written as a whole.</summary>
internal sealed class WishChoices(SiteDb db, EventBook events, TimeProvider clock)
{
    public IReadOnlyList<IGrouping<string, EventRow>> SlotsOf(EventRow plenary) => events.SlotsOf(plenary.ContentItemId);

    public async Task<IReadOnlyList<Wish>> OfAsync(Guid registrationId, CancellationToken ct) =>
        await db.Set<Wish>().AsNoTracking().Where(wish => wish.RegistrationId == registrationId).OrderBy(wish => wish.Slot).ThenBy(wish => wish.Rank).ToListAsync(ct);

    /// <returns>Why no wish is taken now; null when one is.</returns>
    public RuleException? Closure(EventRow plenary, bool isPublished) => plenary switch
    {
        { TakesWishes: false } => new RuleException("wish.none", "Les ateliers de ce rendez-vous ne se donnent pas par vœux."),
        { IsCancelled: true } => new RuleException("registration.cancelled", "Ce rendez-vous est annulé."),
        _ when isPublished => new RuleException("wish.published", "La répartition est déjà publiée."),
        _ when plenary.WishesClosingUtc <= clock.UtcNow() => new RuleException("wish.closed", "Les vœux sont clos depuis le {0}.", plenary.WishesClosingUtc.Moment()),
        _ => null,
    };

    /// <param name="registration">A seat of the plenary, confirmed or waited for.</param>
    /// <param name="ranked">For each slot of <see cref="SlotsOf"/>, workshops best first; gaps are closed.</param>
    /// <exception cref="RuleException">Too late, one workshop twice, or a workshop of another slot: nothing is stored.</exception>
    public async Task SaveAsync(Registration registration, EventRow plenary, IReadOnlyList<IReadOnlyList<string>> ranked, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (Closure(plenary, await db.AreWishesPublishedAsync(plenary.ContentItemId, ct)) is { } closed)
        {
            throw closed;
        }

        await db.Set<Wish>().Where(wish => wish.RegistrationId == registration.Id).ExecuteDeleteAsync(ct);
        foreach (var (number, slot) in SlotsOf(plenary).Index())
        {
            var chosen = ranked.ElementAtOrDefault(number)?.Where(id => id.Length > 0).ToList() ?? [];
            if (chosen.Find(id => slot.All(workshop => workshop.ContentItemId != id)) is not null)
            {
                throw new RuleException("registration.workshop", "Un des ateliers choisis n’est plus proposé. Choisissez-en un autre.");
            }

            if (chosen.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new RuleException("wish.workshop-twice", "« {0} » est choisi deux fois : gardez un seul rang.", slot.First(workshop => workshop.ContentItemId == twice.Key).Title) { Field = $"Ranked[{number}]" };
            }

            db.AddRange(chosen.Take(Wish.MostRanks).Select((id, place) => new Wish { EventId = plenary.ContentItemId, RegistrationId = registration.Id, Slot = slot.Key, Rank = place + 1, WorkshopId = id }));
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
