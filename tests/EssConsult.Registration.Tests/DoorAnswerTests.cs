using System.Text.Json;
using CsCheck;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Door;
using EssConsult.Registration.Tables;
using EssConsult.Testing.Browsing;
using EssConsult.Tickets.Door;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>What a door asks and says besides letting in: questions of the event, and the table to go to.</summary>
public sealed class DoorAnswerTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    private const string Lunch = "DoorList.Lunch", Group = "DoorList.Group", Word = "DoorList.Word";

    [Theory, OnBothDatabases]
    public async Task Whoever_comes_in_is_asked_and_the_answers_are_shown_exported_and_forgotten(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await AskingAsync(site), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 2);

        var page = await (await keeper.GetAsync($"/accueil/{id}?q=personne+002")).Form(".door-person form").SubmitAsync("Présent");
        page.Text("#questions").ShouldBe("À demander à Personne 002");
        page = await page.Form("form[action*=Answer]").With($"Answers[{Lunch}]", "true").With($"Answers[{Group}]", "b").With($"Answers[{Word}]", "  Un mot \n à transmettre ").SubmitAsync("Noter les réponses");

        page.Text(".notice-title").ShouldBe("Personne 002 : réponses notées");
        page.Text(".door-person")!.ShouldContain("Réponses : 3 sur 3");
        var again = await keeper.GetAsync(page.Document.QuerySelector(".door-person a")!.GetAttribute("href")!.Split('#')[0]);
        again.Document.QuerySelector($"[name='Answers[{Group}]'] option[selected]")!.TextContent.ShouldBe("Groupe B");
        var csv = await (await site.OrganiserAsync()).Client.GetStringAsync($"/admin/rendez-vous/{id}/inscriptions.csv");
        csv.ShouldContain("Venus,Déjeunez-vous ?,Votre groupe,Un mot");
        csv.ShouldContain("1,oui,Groupe B,Un mot");

        site.Clock.Advance(TimeSpan.FromDays(125));
        await site.RunJobAsync("door-forgetting");
        (await site.InDatabaseAsync(db => db.Set<DoorAnswer>().AnyAsync(answer => answer.EventId == id))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Answers_from_a_device_count_once_the_latest_by_its_clock_and_only_to_what_is_asked(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await AskingAsync(site), await site.DoorkeeperAsync());
        var (seat, stranger, key) = ((await site.SeatPeopleAsync(id, 1))[0], (await site.SeatPeopleAsync(await site.EventAsync(), 1))[0], Guid.CreateVersion7());
        object Given(int minute, object values, Guid? attendee = null, Guid? walkIn = null) => new { nonce = Guid.CreateVersion7(), at = new DateTime(2027, 3, 3, 9, minute, 0, DateTimeKind.Utc), attendee, walkIn, values };
        var later = Given(9, new Dictionary<string, string> { [Lunch] = "false" }, seat.Id);

        await device.SendScansAsync(id, new { answers = new[] { later, later, Given(1, new Dictionary<string, string> { [Lunch] = "true", [Group] = "z", ["Other.Field"] = "x" }, seat.Id), Given(2, new Dictionary<string, string> { [Lunch] = "true" }, stranger.Id) } });
        await device.SendScansAsync(id, new { answers = new[] { later, Given(3, new Dictionary<string, string> { [Word] = "sur place" }, walkIn: key) } });
        await device.SendScansAsync(id, new { walkIns = new[] { new { key, name = "Sacha Imprévu" } } });

        var door = await site.DoorAsync(id);
        door.Answers[seat.Id].ShouldBe(new Dictionary<string, string> { [Lunch] = "false" });
        door.Answers[door.People.Single(person => person.IsWalkIn).Id].ShouldBe(new Dictionary<string, string> { [Word] = "sur place" });
        door.Answers.Count.ShouldBe(2);
    }

    [Fact]
    public void Any_order_of_answers_leaves_the_same_ones() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 9]).Select((nonce, who, question, minute) => new DoorAnswer
        {
            Nonce = nonce, EventId = "e", AttendeeId = new Guid(who, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), Question = $"q{question}", Value = nonce.ToString(), AtUtc = DateTime.UnixEpoch.AddMinutes(minute),
        }).Array[0, 40].Select(Gen.Int).Sample((answers, seed) =>
        {
            var other = answers.ToArray();
            new Random(seed).Shuffle(other);

            JsonSerializer.Serialize(Ordered(DoorAnswer.Latest(other, answer => answer.AttendeeId))).ShouldBe(JsonSerializer.Serialize(Ordered(DoorAnswer.Latest(answers, answer => answer.AttendeeId))));
        });

    [Theory, OnBothDatabases]
    public async Task The_door_says_which_tables_somebody_sits_at_with_network_and_without(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper, organiser) = (await site.EventAsync(), await site.DoorkeeperAsync(), await site.OrganiserAsync());
        var seat = (await site.SeatPeopleAsync(id, 1))[0];
        await site.InDatabaseAsync(async db =>
        {
            var plan = new StoredPlan { EventId = id, Tables = 9, Rounds = 2, Traits = "", Plan = "{}", ComposedById = "x" };
            db.Add(plan);
            db.AddRange(new TableSeat { PlanId = plan.Id, AttendeeId = seat.Id, Round = 2, Table = 3 }, new TableSeat { PlanId = plan.Id, AttendeeId = seat.Id, Round = 1, Table = 7 });
            return await db.SaveChangesAsync();
        });

        var page = await (await keeper.GetAsync($"/accueil/{id}")).Form(".door-person form").SubmitAsync("Présent");
        var board = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/accueil")).Form("form[action*=Pin]").SubmitAsync();
        var file = DoorFile.FromJson(await keeper.Client.GetStringAsync($"/accueil/{id}/liste.json"));

        page.Text(".door-table").ShouldBe("Tables 7, 3");
        file.Open(DoorPin.Parse(board.Text(".door-pin-letters")!)!)!.ShouldHaveSingleItem().Table.ShouldBe("7, 3");
    }

    [Theory, OnBothDatabases]
    public async Task A_day_after_the_end_whoever_had_a_seat_and_did_not_come_is_told_of_once_and_the_show_rate_is_drawn(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, unheld, device) = (await site.EventAsync(startsInDays: 0.01), await site.EventAsync(startsInDays: 0.01), await site.DoorkeeperAsync());
        var seats = await site.SeatPeopleAsync(id, 4);
        await site.SeatPeopleAsync(unheld, 2);
        await device.SendScansAsync(id, new { scans = seats.Take(3).Select(seat => new { nonce = Guid.CreateVersion7(), kind = "Entry", at = site.Clock.GetUtcNow(), attendee = seat.Id }) });
        site.Clock.Advance(TimeSpan.FromHours(20));
        await site.RunJobAsync("door-absent");
        (await AbsentAsync(site, id)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromHours(10));
        await site.RunJobAsync("door-absent");
        await site.RunJobAsync("door-absent");

        (await AbsentAsync(site, id)).ShouldBe([seats[3].Id]);
        (await AbsentAsync(site, unheld)).ShouldBeEmpty();
        var past = await (await site.OrganiserAsync()).GetAsync("/admin/rendez-vous?passes=true");
        past.Texts($"tr:has(a[href='/admin/rendez-vous/{id}/accueil']) td.number").ShouldBe(["4", "3", "75 %", "0"]);
        past.Has($"a[href='/admin/rendez-vous/{unheld}/accueil']").ShouldBeFalse();
    }

    private static async Task<List<Guid>> AbsentAsync(Site site, string id) =>
        [.. (await site.PublishedAsync<Contracts.PersonAbsent>()).Where(told => told.EventId == id).Select(told => told.AttendeeId)];

    private static SortedDictionary<Guid, SortedDictionary<string, string>> Ordered(IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers) =>
        new(answers.ToDictionary(person => person.Key, person => new SortedDictionary<string, string>(person.Value.ToDictionary())));

    /// <summary>An event whose door asks three things.</summary>
    private static async Task<string> AskingAsync(Site site)
    {
        await site.DefineQuestionsAsync("DoorList", ("BooleanField", "Lunch", "Déjeunez-vous ?", []), ("TextField", "Group", "Votre groupe", ["a:Groupe A", "b:Groupe B"]), ("TextField", "Word", "Un mot", []));
        return await site.EventAsync(change: (_, places) => places["DoorQuestions"] = "DoorList");
    }
}
