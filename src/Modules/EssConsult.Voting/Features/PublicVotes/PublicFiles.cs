using System.Globalization;
using System.Text;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Quarantine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.PublicVotes;

/// <summary>The hours of a public vote for a spreadsheet, and what anyone needs to reckon their prints again.</summary>
internal static class PublicFiles
{
    private const string Type = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/votes/{id:guid}/heures.csv", HoursAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/recus-heures.csv", ReceiptsAsync).Public().ExcludeFromDescription();
    }

    /// <summary>404 where turnout is not shown.</summary>
    private static async Task<IResult> HoursAsync(Guid id, SiteDb db, PublicReader reader, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot || ballot.Plan is not { Screening: not null, ShowsTurnout: true })
        {
            return Results.NotFound();
        }

        var reasons = Enum.GetValues<QuarantineReason>().Select(reason => reason.Code()).ToList();
        var csv = new StringBuilder("heure;recus;" + string.Join(';', reasons.Select(reason => "verification-" + reason)) + ";empreinte\r\n");
        foreach (var hour in await reader.HoursAsync(id, ct))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{hour.HourUtc.Iso()};{hour.Received};{string.Join(';', reasons.Select(reason => hour.Quarantined.GetValueOrDefault(reason)))};{hour.BoxHash}\r\n");
        }

        return Csv(csv, "heures.csv");
    }

    /// <summary>After the count only, as the list of receipts.</summary>
    private static async Task<IResult> ReceiptsAsync(Guid id, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { State: BallotState.Counted } ballot || ballot.Plan is not { Screening: not null, ShowsTurnout: true })
        {
            return Results.NotFound();
        }

        return Results.Stream(to => WriteReceiptsAsync(to, db.Set<ReceiptHour>().AsNoTracking().Where(row => row.BallotId == id).OrderBy(row => row.Code).AsAsyncEnumerable(), ct), Type, "recus-heures.csv");
    }

    private static async Task WriteReceiptsAsync(Stream to, IAsyncEnumerable<ReceiptHour> receipts, CancellationToken ct)
    {
        await using var csv = new StreamWriter(to, leaveOpen: true);
        await csv.WriteAsync("\uFEFFrecu;depuis;jusqu-a\r\n".AsMemory(), ct);
        await foreach (var receipt in receipts.WithCancellation(ct))
        {
            await csv.WriteAsync($"{receipt.Code};{receipt.FromUtc.Iso()};{receipt.ToUtc?.Iso()}\r\n".AsMemory(), ct);
        }
    }

    private static IResult Csv(StringBuilder csv, string name) => Results.Bytes(Encoding.UTF8.GetBytes("\uFEFF" + csv), Type, name);
}
