using EssConsult.Registration.Feedback;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Feedback;

/// <summary>After the event, on a registration's own page: five questions, asked once.</summary>
internal sealed class FeedbackTicket(SiteDb db, FeedbackVerbs verbs, RegistrationLinks links) : ISlot
{
    public int Order => 60;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not Guid id)
        {
            return null;
        }

        var row = await db.Set<Registration>().Where(found => found.Id == id && found.State == RegistrationState.Confirmed && !db.Set<FeedbackGiven>().Any(given => given.RegistrationId == id))
            .Join(db.Set<EventRow>(), found => found.EventId, seen => seen.ContentItemId, (found, seen) => seen).AsNoTracking().FirstOrDefaultAsync(ct);
        return row is not null && verbs.IsOpen(row) ? new SlotView("/Features/EssConsult.Registration/Feedback/_Ticket.cshtml", $"/inscription/{id:N}/avis?jeton={Uri.EscapeDataString(links.TokenOf(id))}") : null;
    }
}
