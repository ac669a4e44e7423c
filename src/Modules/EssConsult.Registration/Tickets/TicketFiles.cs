using System.Text;
using EssConsult.Registration.Events;
using EssConsult.Tickets.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tickets;

/// <summary>Tickets and certificates for their holders, papers for organisers, the public key for everybody.</summary>
internal static class TicketFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/billets/cle.pem", KeyAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/inscription/{id:guid}/billet.pdf", TicketsAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/place/billet.pdf", SeatTicketAsync).Public().ExcludeFromDescription();
        foreach (var format in new[] { "pdf", "txt" })
        {
            endpoints.MapGet("/inscription/{id:guid}/attestation." + format, (Guid id, string? jeton, int? place, SeatTickets tickets, Attestations attestations, HttpContext http, CancellationToken ct) => CertificateAsync(id, format, jeton, place, tickets, attestations, http, ct)).Public().ExcludeFromDescription();
            endpoints.MapGet("/place/attestation." + format, async (string? jeton, SeatTickets tickets, Attestations attestations, HttpContext http, CancellationToken ct) => await CertifyAsync(await tickets.OwnSeatAsync(jeton, ct), format, attestations, http, ct)).Public().ExcludeFromDescription();
        }

        endpoints.MapGet("/admin/rendez-vous/{id}/badges.pdf", (string id, SiteDb db, EventPapers papers, CurrentPerson person, HttpContext http, CancellationToken ct) => PaperAsync(id, "badges", papers.BadgesAsync, db, person, http, ct)).RequirePermission(Permissions.ManageEvents).ExcludeFromDescription();
        endpoints.MapGet("/admin/rendez-vous/{id}/emargement.pdf", (string id, SiteDb db, EventPapers papers, CurrentPerson person, HttpContext http, CancellationToken ct) => PaperAsync(id, "emargement", papers.SignInAsync, db, person, http, ct)).RequirePermission(Permissions.ManageEvents).ExcludeFromDescription();
    }

    /// <param name="cle">The fingerprint of an older key; the one that signs today without.</param>
    private static async Task<IResult> KeyAsync(string? cle, TicketKeys keys, CancellationToken ct) =>
        (await keys.PublicAsync(ct)).FirstOrDefault(key => cle is null || key.Fingerprint == cle) is { } found ? Results.Text(found.ToPem(), "application/x-pem-file", Encoding.ASCII) : Results.NotFound();

    private static async Task<IResult> TicketsAsync(Guid id, string? jeton, SeatTickets tickets, TicketKeys keys, TicketPaper paper, HttpContext http, CancellationToken ct) =>
        await SendTicketsAsync(await tickets.OwnAsync(id, jeton, ct), keys, paper, http, ct);

    private static async Task<IResult> SeatTicketAsync(string? jeton, SeatTickets tickets, TicketKeys keys, TicketPaper paper, HttpContext http, CancellationToken ct) =>
        await SendTicketsAsync(await tickets.OwnSeatAsync(jeton, ct) is { } one ? [one] : [], keys, paper, http, ct);

    private static async Task<IResult> SendTicketsAsync(IReadOnlyList<SeatTicket> found, TicketKeys keys, TicketPaper paper, HttpContext http, CancellationToken ct)
    {
        if (found.Count == 0)
        {
            return Results.NotFound();
        }

        var key = await keys.CurrentAsync(ct);
        return Send(TicketPdf.Draw([.. found.Select(ticket => ticket.Sheet(key, paper))], paper.Style, paper.Ticket), "billet.pdf", http);
    }

    /// <param name="place">Which seat of the registration, from 1.</param>
    private static async Task<IResult> CertificateAsync(Guid id, string format, string? jeton, int? place, SeatTickets tickets, Attestations attestations, HttpContext http, CancellationToken ct) =>
        await CertifyAsync((await tickets.OwnAsync(id, jeton, ct)).FirstOrDefault(ticket => ticket.Seat.Position == (place ?? 1) - 1), format, attestations, http, ct);

    private static async Task<IResult> CertifyAsync(SeatTicket? ticket, string format, Attestations attestations, HttpContext http, CancellationToken ct)
    {
        if (ticket is null || await attestations.SignAsync(ticket, ct) is not { } proof)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return format == "txt" ? Results.File(Encoding.UTF8.GetBytes(proof.Text), "text/plain; charset=utf-8", "attestation.txt") : Send(attestations.Draw(proof, ticket.Event), "attestation.pdf", http);
    }

    /// <summary>Names leave the site: who took them is written down.</summary>
    private static async Task<IResult> PaperAsync(string id, string name, Func<EventRow, CancellationToken, Task<PdfFile>> draw, SiteDb db, CurrentPerson person, HttpContext http, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return Results.NotFound();
        }

        var file = await draw(row, ct);
        db.Audit(new AuditEntry($"registrations.{name}", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return Send(file, name + ".pdf", http);
    }

    private static IResult Send(PdfFile file, string name, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return Results.Stream(to => file.WriteAsync(to), "application/pdf");
    }
}
