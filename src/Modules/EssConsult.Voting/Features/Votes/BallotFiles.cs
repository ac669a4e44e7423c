using System.Text;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Votes;

/// <summary>The files from which anyone recounts, byte for byte as they were hashed.</summary>
internal static class BallotFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/votes/{id:guid}/regle.json", (Guid id, SiteDb db, CancellationToken ct) => JsonAsync(id, db, ballot => ballot.Rule, ct)).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/bulletins.json", (Guid id, SiteDb db, CancellationToken ct) => JsonAsync(id, db, ballot => SmallVotes.ShowsBox(ballot) ? ballot.Box : null, ct)).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/resultat.json", (Guid id, SiteDb db, CancellationToken ct) => JsonAsync(id, db, ballot => SmallVotes.ShowsResult(ballot) ? ballot.Result : null, ct)).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/comptes.csv", CountsAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/lots.csv", BatchesAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/recus.txt", ReceiptsAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/participation.json", TurnoutAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/votes/{id:guid}/participation.csv", ParticipationAsync).Public().ExcludeFromDescription();
    }

    private static async Task<IResult> JsonAsync(Guid id, SiteDb db, Func<Ballot, string?> file, CancellationToken ct) =>
        await db.FindBallotAsync(id, ct) is { } ballot && file(ballot) is { } text ? Results.Bytes(Encoding.UTF8.GetBytes(text), "application/json") : Results.NotFound();

    private static async Task<IResult> CountsAsync(Guid id, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { Result: { } result } ballot || !SmallVotes.ShowsResult(ballot))
        {
            return Results.NotFound();
        }

        var csv = new StringBuilder("question;option;rang;valeur\r\n");
        foreach (var outcome in QuestionOutcome.Of(ballot.Plan, BallotResult.Read(result)))
        {
            foreach (var line in outcome.Lines)
            {
                csv.Append(string.Join(';', new[] { outcome.Question.Title, line.Label, line.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture), line.Figure.ToString() }.Select(Cell))).Append("\r\n");
            }
        }

        return Csv(csv, "comptes.csv");
    }

    /// <summary>How ballots came in, with who signed off at the desk and why the two differ.</summary>
    private static async Task<IResult> BatchesAsync(Guid id, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { Box: { } text } ballot || !SmallVotes.ShowsResult(ballot))
        {
            return Results.NotFound();
        }

        var box = BallotBox.Read(text);
        var csv = new StringBuilder("lot;bulletins;émargements au bureau;écart\r\n");
        foreach (var batch in box.Batches)
        {
            csv.Append(Line(batch.Name, batch.Ballots, null, batch.Difference));
        }

        return Csv(csv.Append(Line("Total", box.Batches.Sum(batch => batch.Ballots), box.SignedOff, null)), "lots.csv");

        static string Line(string name, long ballots, long? signedOff, string? difference) => FormattableString.Invariant($"{Cell(name)};{ballots};{signedOff};{Cell(difference)}\r\n");
    }

    private static async Task<IResult> ParticipationAsync(Guid id, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { State: BallotState.Counted, Participation: var kept })
        {
            return Results.NotFound();
        }

        var csv = new StringBuilder("groupe;nom;votants\r\n");
        foreach (var group in kept is null ? [] : Participation.Read(kept).Groups)
        {
            foreach (var (name, count) in group.Figures.Select(figure => (figure.Name, figure.Count)).Concat(group.Others is { } others ? [("Autres ou non précisé", others)] : []))
            {
                csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Cell(group.Title)};{Cell(name)};{count}\r\n");
            }
        }

        return Csv(csv, "participation.csv");
    }

    private static string Cell(string? text) => $"\"{SpreadsheetCell.Safe(text)?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IResult Csv(StringBuilder csv, string name) => Results.Bytes(Encoding.UTF8.GetBytes("\uFEFF" + csv), "text/csv; charset=utf-8", name);

    /// <summary>After the count only: while votes come in, the list would tell in what order.</summary>
    private static async Task<IResult> ReceiptsAsync(Guid id, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { State: BallotState.Counted })
        {
            return Results.NotFound();
        }

        var codes = await db.Set<PublishedReceipt>().Where(receipt => receipt.BallotId == id).Select(receipt => receipt.Code).Concat(db.Set<Vote>().Where(vote => vote.BallotId == id && vote.Receipt != null).Select(vote => vote.Receipt!)).ToListAsync(ct);
        return Results.Text(string.Join('\n', codes.Order(StringComparer.Ordinal)));
    }

    /// <summary>What the big screen asks again and again; 404 where turnout is not shown.</summary>
    private static async Task<IResult> TurnoutAsync(Guid id, HttpContext http, SiteDb db, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot || !ballot.Plan.ShowsTurnout)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { cast = (await db.TurnoutAsync(id, ct)).All, open = ballot.State == BallotState.Open });
    }
}
