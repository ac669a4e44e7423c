using EssConsult.Tickets.Qr;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Tickets;

/// <param name="Code">The picture.</param>
/// <param name="Certificate">Addresses of the certificate as PDF and as text; null before the end or for who was not seen.</param>
internal sealed record TicketCard(SeatTicket Ticket, IHtmlContent? Code, (string Pdf, string Text)? Certificate);

/// <param name="Pdf">Address of all tickets; null once the event is over.</param>
internal sealed record TicketCards(IReadOnlyList<TicketCard> Cards, string? Pdf);

/// <summary>Tickets on a person's own page, certificates once the event is over.</summary>
internal sealed class RegistrationTicketSlot(SeatTickets tickets, TicketCardMaker maker, RegistrationLinks links) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var id = (Guid)model!;
        var token = Uri.EscapeDataString(links.TokenOf(id));
        return await maker.MakeAsync(await tickets.OfRegistrationAsync(id, ct), (file, seat) => $"/inscription/{id:N}/{file}?jeton={token}" + (seat > 0 ? FormattableString.Invariant($"&place={seat + 1}") : string.Empty), ct);
    }
}

/// <summary>The same on the page of one seat.</summary>
internal sealed class SeatTicketSlot(SeatTickets tickets, TicketCardMaker maker, RegistrationLinks links) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var query = links.ToFill((Guid)model!)["/place".Length..];
        return await maker.MakeAsync(await tickets.OfSeatAsync((Guid)model, ct) is { } one ? [one] : [], (file, _) => $"/place/{file}{query}", ct);
    }
}

/// <summary>Makes of tickets what is shown.</summary>
internal sealed class TicketCardMaker(TicketKeys keys, Attestations attestations, IStringLocalizer words, TimeProvider clock)
{
    private const string Partial = "/Features/EssConsult.Registration/Tickets/_Tickets.cshtml";

    /// <param name="tickets">Of one registration.</param>
    /// <param name="addressOf">Of a file for a seat, by its position.</param>
    /// <param name="ct">The token.</param>
    public async Task<SlotView?> MakeAsync(IReadOnlyList<SeatTicket> tickets, Func<string, int, string> addressOf, CancellationToken ct)
    {
        if (tickets.Count == 0 || tickets[0].Event.IsCancelled)
        {
            return null;
        }

        var (isOver, key) = (tickets[0].Event.EndsUtc <= clock.UtcNow(), await keys.CurrentAsync(ct));
        var cards = new List<TicketCard>();
        foreach (var ticket in tickets)
        {
            var proof = isOver ? await attestations.SignAsync(ticket, ct) : null;
            if (!isOver || proof is not null)
            {
                cards.Add(new TicketCard(ticket, isOver ? null : new HtmlString(QrSvg.Draw(ticket.Code(key), words["Code QR du billet"])),
                    proof is null ? null : (addressOf("attestation.pdf", ticket.Seat.Position), addressOf("attestation.txt", ticket.Seat.Position))));
            }
        }

        return cards.Count == 0 ? null : new SlotView(Partial, new TicketCards(cards, isOver ? null : addressOf("billet.pdf", 0)));
    }
}
