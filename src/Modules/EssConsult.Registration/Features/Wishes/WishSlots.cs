using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Wishes;

/// <summary>On a registration's own page: rank the workshops, or read what became of the wishes.</summary>
internal sealed class WishTicket(SiteDb db, RegistrationLinks links, TimeProvider clock) : ISlot
{
    public int Order => 30;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not Guid id)
        {
            return null;
        }

        var found = await db.Set<Registration>().AsNoTracking().Where(row => row.Id == id && row.State != RegistrationState.Ended && row.ConfirmedUtc != null)
            .Join(db.Set<EventRow>().Where(seen => seen.TakesWishes && !seen.IsCancelled), row => row.EventId, seen => seen.ContentItemId, (row, seen) => seen).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var isPublished = await db.AreWishesPublishedAsync(found.ContentItemId, ct);
        var link = $"/inscription/{id:N}/voeux?jeton={Uri.EscapeDataString(links.TokenOf(id))}";
        return new SlotView("/Features/EssConsult.Registration/Wishes/_Ticket.cshtml", new WishTicketView(link, found.WishesClosingUtc, isPublished, !isPublished && found.WishesClosingUtc > clock.UtcNow()));
    }
}

internal sealed record WishTicketView(string Link, DateTime ClosesUtc, bool IsPublished, bool IsOpen);

/// <summary>In the head of an event's page for organisers, where wishes decide.</summary>
internal sealed class WishTools(SiteDb db) : ISlot
{
    public int Order => 20;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        model is string eventId && await db.Set<EventRow>().AnyAsync(row => row.ContentItemId == eventId && row.TakesWishes, ct)
            ? new SlotView("/Features/EssConsult.Registration/Wishes/_Tools.cshtml", eventId)
            : null;
}
