using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>Visitors who take a seat at one event, by its form: all of them want the same row.</summary>
internal static class Registering
{
    private const int Visitors = 1_000;
    private static readonly string EventId = ContentIds.Of("event");

    public static Scenario Seat { get; } = Writing.Post("registration", "a seat at one event, by its form", "SELECT COUNT(*) FROM registration") with
    {
        Against = "guarded",
        MinimumRatio = 0.25,
        Load = async (bench, client, ct) =>
        {
            var path = $"/rendez-vous/{EventId}/inscription";
            var visits = await Visit.OpenAnonymousAsync(client, Visitors, path, ct);
            return Scripts.PostAnew([.. visits.Select(visit => (visit, path, $"{Scripts.Token(visit)}&Form.Name=Camille+Exemple&Form.Email=p{Scripts.Number}%40example.org"))]);
        },
        PostCondition = async (after, ct) =>
        {
            var (seats, taken) = (await SiteData.NumberAsync(after.Bench.Folder, "SELECT COALESCE(SUM(seats), 0) FROM registration WHERE state = 'Held'", ct), await SiteData.NumberAsync(after.Bench.Folder, $"SELECT taken FROM event_seats WHERE event_id = '{EventId}'", ct));
            return seats == taken ? null : $"{seats} seats are held and {taken} counted";
        },
    };

    /// <summary>Open, and larger than any run fills.</summary>
    public static JsonObject Event => Open(EventId, "Plénière", "rendez-vous/pleniere");

    public static JsonObject Open(string id, string title, string path) => new()
    {
        ["ContentItemId"] = id, ["ContentItemVersionId"] = ContentIds.Of("version of " + id), ["ContentType"] = "Event", ["DisplayText"] = title, ["Latest"] = true, ["Published"] = true,
        ["TitlePart"] = new JsonObject { ["Title"] = title }, ["AutoroutePart"] = new JsonObject { ["Path"] = path },
        ["EventPart"] = new JsonObject { ["Kind"] = "Plenary", ["Starts"] = "2090-01-01T09:00:00Z", ["Ends"] = "2090-01-01T12:00:00Z" },
        ["RegistrationPart"] = new JsonObject { ["Enabled"] = true, ["Capacity"] = 10_000_000 },
    };
}
