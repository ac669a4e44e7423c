using CsCheck;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

public sealed class MarkTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    /// <summary>Two devices set marks; each sends what it kept in whatever order, drops connections before or after the site stored it, and sends again.</summary>
    [Fact]
    public void What_stands_on_a_sheet_is_the_same_in_ten_thousand_interleavings_of_edits_drops_and_reconnections() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 40]).Array[1, 30].Select(Gen.Int).Sample((edits, seed) =>
        {
            var draw = new Random(seed);
            var made = edits.Select(edit => new Mark
            {
                Nonce = Guid.CreateVersion7(), JurorId = Guid.Empty, EntryId = Guid.Empty, Field = $"c{edit.Item2}", Value = edit.Item3 == 0 ? null : $"{edit.Item3}", AtUtc = DateTime.UnixEpoch.AddSeconds(edit.Item4), ReceivedUtc = DateTime.UnixEpoch,
            }).ToList();
            var devices = made.Zip(edits).GroupBy(pair => pair.Second.Item1).Select(device => device.Select(pair => pair.First).ToList()).ToList();
            var stored = new Dictionary<Guid, Mark>();
            while (devices.Any(device => device.Count > 0))
            {
                var device = devices[draw.Next(devices.Count)];
                var sent = device.Where(_ => draw.Next(2) == 0).ToList();
                var (arrives, isAnswered) = (draw.Next(3) > 0, draw.Next(3) > 0);
                foreach (var mark in arrives ? sent : [])
                {
                    stored.TryAdd(mark.Nonce, mark);
                }

                // Without an answer the device keeps what it sent, and sends it once more.
                device.RemoveAll(mark => arrives && isAnswered && sent.Contains(mark));
            }

            stored.Count.ShouldBe(made.Count);
            Mark.Standing(stored.Values).OrderBy(field => field.Key).ShouldBe(Mark.Standing(made).OrderBy(field => field.Key));
        }, iter: 10_000);

    [Theory, OnBothDatabases]
    public async Task Devices_that_send_twice_late_and_at_once_leave_each_mark_once_and_the_newest_counts(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un dossier");
        var juror = await site.JurorAsync(organiser, edition, "Juré Nomade");
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        var page = await juror.GetAsync($"/jury/{edition}/dossiers/{entry}");
        var criterion = page.Document.QuerySelector("fieldset.criterion")!.Id!;
        var marks = Enumerable.Range(0, 20).Select(number => new GivenMark(Guid.CreateVersion7(), criterion, $"{number % 6}", (60 - number) * 60_000)).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => SendAsync(juror, page, edition, entry, number % 3 == 0 ? marks : [.. marks.Where((_, index) => index % 3 == number % 3).Reverse()])));

        answers.ShouldAllBe(code => code == 200);
        (await SendAsync(juror, page, edition, entry, marks)).ShouldBe(200);
        (await site.InDatabaseAsync(db => db.Set<Mark>().CountAsync(mark => mark.EntryId == entry))).ShouldBe(20);
        (await juror.GetAsync($"/jury/{edition}/dossiers/{entry}")).Document.QuerySelector($"[id='{criterion}'] input[checked]")!.GetAttribute("value").ShouldBe("1");
        (await SendAsync(juror, page, edition, entry, [new GivenMark(Guid.CreateVersion7(), criterion, "6"), new GivenMark(Guid.CreateVersion7(), "elsewhere", "1")])).ShouldBe(200);
        (await site.InDatabaseAsync(db => db.Set<Mark>().CountAsync(mark => mark.EntryId == entry))).ShouldBe(20);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_complete_when_scoring_closes_by_its_date_counts_and_what_is_not_does_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var closes = site.Clock.GetUtcNow().UtcDateTime + Prizes.Call + TimeSpan.FromHours(6);
        var (edition, organiser) = (await site.EditionAsync(part => part["ScoringCloses"] = closes.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)), await site.OrganiserAsync());
        var (whole, half) = (await (await site.SignInAsync()).EnterAsync(edition, "Noté en entier"), await (await site.SignInAsync()).EnterAsync(edition, "Noté à moitié"));
        var juror = await site.JurorAsync(organiser, edition, "Jurée Pressée");
        site.EndCall();
        await organiser.ScreenAsync(edition, whole);
        await organiser.ScreenAsync(edition, half);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        foreach (var (entry, count) in new[] { (whole, 3), (half, 2) })
        {
            var page = await juror.GetAsync($"/jury/{edition}/dossiers/{entry}");
            await SendAsync(juror, page, edition, entry, [.. page.Document.QuerySelectorAll("fieldset.criterion").Take(count).Select(set => new GivenMark(Guid.CreateVersion7(), set.Id!, "3"))]);
        }

        site.Clock.Advance(TimeSpan.FromHours(6));
        await site.RunJobAsync("prize-scoring");

        (await site.InDatabaseAsync(db => db.Set<Sheet>().Where(sheet => sheet.EntryId == whole || sheet.EntryId == half).Select(sheet => sheet.EntryId).ToListAsync())).ShouldBe([whole]);
        (await site.InDatabaseAsync(db => db.Set<SheetSubmission>().SingleAsync(sent => sent.EntryId == whole))).Act.ShouldBe(SheetAct.ClosedComplete);
        (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Texts("table:not(.insight table) tbody td.number").Where((_, index) => index % 4 == 1).ShouldBe(["12,00", "–"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_script_whose_session_is_over_is_told_so_and_keeps_what_it_has(Database database)
    {
        var site = await sites.OnAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/jury/nothing/dossiers/{Guid.Empty}?handler=Marks") { Content = System.Net.Http.Json.JsonContent.Create(Array.Empty<GivenMark>()) };
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await site.Visitor().WithoutRedirects.SendAsync(request);

        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((401, "application/problem+json"));
        (await site.Visitor().GetAsync("/jury")).Url.AbsolutePath.ShouldBe("/connexion");
    }

    private static async Task<int> SendAsync(Visitor juror, Page page, string edition, Guid entry, IReadOnlyList<GivenMark> marks)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/jury/{edition}/dossiers/{entry}?handler=Marks") { Content = System.Net.Http.Json.JsonContent.Create(marks) };
        request.Headers.Add("X-Form-Token", page.Document.QuerySelector("score-sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await juror.WithoutRedirects.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
