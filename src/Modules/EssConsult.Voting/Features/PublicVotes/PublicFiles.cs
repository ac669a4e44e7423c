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

        var csv = new StringBuilder("recu;depuis;jusqu-a\r\n");
        foreach (var receipt in (await db.Set<ReceiptHour>().AsNoTracking().Where(row => row.BallotId == id).ToListAsync(ct)).OrderBy(row => row.Code, StringComparer.Ordinal))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{receipt.Code};{receipt.FromUtc.Iso()};{receipt.ToUtc?.Iso()}\r\n");
        }

        return Csv(csv, "recus-heures.csv");
    }

    private static IResult Csv(StringBuilder csv, string name) => Results.Bytes(Encoding.UTF8.GetBytes("\uFEFF" + csv), "text/csv; charset=utf-8", name);
}
