using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Scenarios;
using Microsoft.Data.Sqlite;

namespace EssConsult.Benchmarks.Product;

/// <summary>Devices of a door that send what they see, one passage a request, beside a request of somebody signed in that asks for nothing.</summary>
internal static class CheckingIn
{
    private const int Seats = 50_000;
    private static readonly string EventId = ContentIds.Of("door event");
    private static readonly string Path = $"/accueil/{EventId}/passages";

    /// <summary>What every request of somebody signed in costs: the sign-in page has nothing to say to them and sends them on.</summary>
    public static Scenario Empty { get; } = Reading.SignedIn("empty-signed-in", "an empty answer to somebody signed in: a redirection", "/connexion") with
    {
        Against = "static", MinimumRatio = null, PostCondition = (_, _) => Task.FromResult<string?>(null),
    };

    public static Scenario Passage { get; } = Writing.Post("check-in", "a door's device sends one passage", "SELECT COUNT(*) FROM check_in") with
    {
        Against = Empty.Name, MinimumRatio = 1.0 / 3, Prepare = PrepareAsync,
        Load = async (bench, client, ct) =>
        {
            // One person may write sixty times a minute: there are enough of them that nobody reaches it.
            var visits = await Visit.OpenAsync(client, Cookies.Read(bench.Folder)[^SeedRecipe.DoorKeepers..], _ => "/contribuer", ct);
            var scan = $$"""{"scans":[{"nonce":"{{Scripts.Nonce}}","at":"2090-01-01T09:00:00Z","attendee":"{{Scripts.Seat}}"}]}""";
            return Scripts.PostJson([.. visits.Select(visit => (visit, Path, scan))], Seats);
        },
    };

    public static JsonObject Event => Registering.Open(EventId, "Plénière de la porte", "rendez-vous/porte");

    /// <summary>Somebody with a seat; the seats are multiplied in the copy of each run.</summary>
    public static JsonObject Registration => new() { ["EventId"] = EventId, ["PersonId"] = ContentIds.OfPerson(0), ["Name"] = SeedRecipe.Name(0) };

    /// <summary>As <see cref="Scripts.Seat"/> counts them.</summary>
    private static async Task PrepareAsync(Workbench bench, CancellationToken ct)
    {
        await ProductSeed.CopyAsync(bench, ct);
        await using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(bench.Folder, "site.db")};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE seat(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seat WHERE n < {Seats})
            INSERT INTO attendee (id, registration_id, event_id, position, name, organisation, secret)
            SELECT printf('%08X-0000-4000-8000-000000000000', n), first.registration_id, first.event_id, n, 'Personne ' || n, NULL, randomblob(16)
            FROM seat, (SELECT registration_id, event_id FROM attendee WHERE event_id = '{EventId}' AND position = 0) AS first
            """;
        var added = await command.ExecuteNonQueryAsync(ct);
        if (added != Seats)
        {
            throw new BenchmarkException($"{added} seats instead of {Seats}.");
        }
    }
}
