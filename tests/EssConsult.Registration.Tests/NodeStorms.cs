using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace EssConsult.Registration.Tests;

/// <summary>Two nodes give seats of the same event at once, and one of them is killed in the middle: what was answered is kept, and no seat is given twice.</summary>
public sealed class NodeStorms
{
    private const int Rounds = 5;
    private const int Clients = 16;
    private const int Requests = 400;
    private const int Capacity = 100;

    [Fact]
    [Trait("Category", "Storm")]
    public async Task Two_nodes_one_killed_give_each_seat_once()
    {
        await using var first = await SiteProcess.PrepareAsync(Database.PostgreSql, "ess-roadmap");
        await PlayAsync(first);
        await first.StartAsync();
        await using var second = first.Beside();
        for (var round = 0; round < Rounds; round++)
        {
            await second.StartAsync();
            var answered = await RushAsync(first, second, EventOf(round));
            await CheckAsync(first, EventOf(round), answered);
            TestContext.Current.TestOutputHelper!.WriteLine($"round {round}: {answered.Count} of {Requests} answered");
        }
    }

    private static async Task<IReadOnlyCollection<string>> RushAsync(SiteProcess staying, SiteProcess killed, string eventId)
    {
        var (answered, count) = (new ConcurrentBag<string>(), 0);

        // Everybody has the form before the first sends it: a node that is slow to start is not a node that was killed.
        var forms = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var visitor = (client % 2 == 0 ? staying : killed).Visitor();
            return (Visitor: visitor, Page: await visitor.GetAsync($"/rendez-vous/{eventId}/inscription"));
        }));
        await Task.WhenAll(forms.Select((form, client) => Task.Run(async () =>
        {
            var (visitor, page) = form;
            for (var number = client; number < Requests; number += Clients)
            {
                var address = Gatherings.NewAddress();
                page.Document.QuerySelector("input[name='Form.FormKey']")!.SetAttribute("value", Guid.CreateVersion7().ToString());
                try
                {
                    using var answer = await visitor.WithoutRedirects.SendAsync(page.Form("main form.form").With("Form.Name", "Personne").With("Form.Email", address).Press(), TestContext.Current.CancellationToken);
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                    {
                        answered.Add(address);
                    }
                }
                catch (HttpRequestException)
                {
                    // The node is gone: whoever asked there cannot know.
                    return;
                }

                if (Interlocked.Increment(ref count) == Requests / 3)
                {
                    killed.Kill();
                }
            }
        })));
        await killed.EndedAsync();
        return answered;
    }

    private static async Task CheckAsync(SiteProcess site, string eventId, IReadOnlyCollection<string> answered)
    {
        await using var db = await site.ConnectAsync();
        var rows = new List<(string Email, string State, long Arrival)>();
        await using var command = db.CreateCommand();
        command.CommandText = $"SELECT email, state, arrival FROM registration WHERE event_id = '{eventId}' ORDER BY arrival";
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
            }
        }

        rows.Count(row => row.State == "Held").ShouldBe(Math.Min(Capacity, rows.Count));
        rows.Select(row => row.Email).ShouldBeUnique();
        answered.Except(rows.Select(row => row.Email)).ShouldBeEmpty("acknowledged and lost");
        var last = rows.Last(row => row.State == "Held").Arrival;
        rows.Where(row => row.State == "Waiting").ShouldAllBe(row => row.Arrival > last);
        (await TakenAsync(db, eventId)).ShouldBe(rows.Count(row => row.State == "Held"));
    }

    private static async Task<int> TakenAsync(DbConnection db, string eventId)
    {
        await using var command = db.CreateCommand();
        command.CommandText = $"SELECT taken FROM event_seats WHERE event_id = '{eventId}'";
        return Convert.ToInt32(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    private static string EventOf(int round) => $"4stormevent{round:000000000000000}";

    private static async Task PlayAsync(SiteProcess site)
    {
        var file = Path.Combine(site.Folder, "storm.recipe.json");
        object recipe = new { name = "storm", displayName = "Tempête", steps = new object[] { new { name = "Content", data = Enumerable.Range(0, Rounds).Select(Event) } } };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recipe), TestContext.Current.CancellationToken);
        var (code, output) = await site.CommandAsync("recipe", "run", file);
        code.ShouldBe(0, output);
    }

    private static object Event(int round) => new
    {
        ContentItemId = EventOf(round), ContentItemVersionId = "v" + EventOf(round)[1..], ContentType = "Event", DisplayText = $"Tempête {round}", Latest = true, Published = true, TitlePart = new { Title = $"Tempête {round}" },
        EventPart = new { Kind = "Plenary", Starts = "2089-01-01T09:00:00Z", Ends = "2089-01-01T12:00:00Z" }, RegistrationPart = new { Enabled = true, Capacity },
    };
}
