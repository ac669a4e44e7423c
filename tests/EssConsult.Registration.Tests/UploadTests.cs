using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Door;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>What devices send: kept once, whatever the order, never refused for being late.</summary>
public sealed class UploadTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task The_same_scans_sent_twice_count_once_and_tell_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await site.EventAsync(), await site.DoorkeeperAsync());
        var seats = await site.SeatPeopleAsync(id, 2);
        var batch = new { scans = new[] { Scan(attendee: seats[0].Id), Scan(code: await site.CodeAsync(seats[1])) } };

        var first = await (await device.SendScansAsync(id, batch)).Content.ReadFromJsonAsync<JsonElement>();
        var second = await (await device.SendScansAsync(id, batch)).Content.ReadFromJsonAsync<JsonElement>();

        (first.GetProperty("stored").GetInt32(), second.GetProperty("stored").GetInt32(), second.GetProperty("known").GetInt32()).ShouldBe((2, 0, 2));
        var door = await site.DoorAsync(id);
        (door.Expected, door.State.Present, door.State.Inside, door.State.Doubles.Count).ShouldBe((2, 2, 2, 0));
        (await site.PublishedAsync<PersonCheckedIn>()).Where(told => told.EventId == id).Select(told => told.AttendeeId).ShouldBe(seats.Select(seat => seat.Id), ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Unknown_tickets_are_kept_and_listed_without_what_was_on_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, other, device) = (await site.EventAsync(), await site.EventAsync(), await site.DoorkeeperAsync());
        var elsewhere = (await site.SeatPeopleAsync(other, 1))[0];

        await device.SendScansAsync(id, new { scans = new[] { Scan(code: "BEGIN:VCARD N:Secret Person"), Scan(code: await site.CodeAsync(elsewhere)), Scan(attendee: Guid.NewGuid()) } });

        var door = await site.DoorAsync(id);
        door.State.Present.ShouldBe(0);
        door.Unknown.Select(scan => scan.Problem).ShouldBe([CodeProblem.Unreadable, CodeProblem.OtherEvent, CodeProblem.OtherEvent], ignoreOrder: true);
        var board = await (await site.OrganiserAsync()).GetAsync($"/admin/rendez-vous/{id}/accueil");
        board.Text("main")!.ShouldContain("Ce code n’est pas un billet");
        board.Html.ShouldNotContain("VCARD");
    }

    [Theory, OnBothDatabases]
    public async Task A_replaced_secret_opens_nothing_and_a_cancelled_registration_still_came(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await site.EventAsync(), await site.DoorkeeperAsync());
        var seats = await site.SeatPeopleAsync(id, 2);
        var forged = new Attendee { Id = seats[0].Id, EventId = id };
        await site.ExecuteAsync($"UPDATE registration SET state = 'Ended', end_reason = 'Cancelled' WHERE id = {(database == Database.Sqlite ? $"'{seats[1].RegistrationId.ToString().ToUpperInvariant()}'" : $"'{seats[1].RegistrationId}'")}");

        await device.SendScansAsync(id, new { scans = new[] { Scan(code: await site.CodeAsync(forged)), Scan(code: await site.CodeAsync(seats[1])) } });

        var door = await site.DoorAsync(id);
        door.Unknown.ShouldHaveSingleItem().Problem.ShouldBe(CodeProblem.Replaced);
        door.State.Presences.Keys.ShouldBe([seats[1].Id]);
    }

    [Theory, OnBothDatabases]
    public async Task A_walk_in_takes_no_seat_is_registered_once_and_counted_days_after_the_end(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await site.EventAsync(capacity: 1, startsInDays: 0.01), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 1);
        var key = Guid.CreateVersion7();
        var scans = new[] { Scan(walkIn: key), Scan(walkIn: key, kind: "Exit", minutes: 30) };

        // The exit comes in before anybody knows who it was.
        await device.SendScansAsync(id, new { scans = scans[1..] });
        site.Clock.Advance(TimeSpan.FromDays(2));
        await device.SendScansAsync(id, new { scans, walkIns = new[] { new { key, name = "Sacha Imprévu", email = Gatherings.NewAddress() } } });
        await device.SendScansAsync(id, new { scans, walkIns = new[] { new { key, name = "Sacha Imprévu", email = (string?)null } } });

        var door = await site.DoorAsync(id);
        (door.Expected, door.WalkIns, door.State.Present, door.State.Inside, door.Unknown.Count).ShouldBe((1, 1, 1, 0, 0));
        (await site.SeatsAsync(id)).Taken.ShouldBe(0);
        (await site.PublishedAsync<PersonCheckedIn>()).Count(told => told.EventId == id).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_is_registered_already_does_not_turn_anybody_away(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await site.EventAsync(), await site.DoorkeeperAsync());
        var address = await site.SeatedAsync(id);
        var key = Guid.CreateVersion7();

        var answer = await device.SendScansAsync(id, new { scans = new[] { Scan(walkIn: key) }, walkIns = new[] { new { key, name = "Camille à la porte", email = address } } });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.DoorAsync(id)).WalkIns.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_batch_or_comes_from_elsewhere_is_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await site.EventAsync(), await site.DoorkeeperAsync());

        (await device.SendScansAsync(id, new { scans = Enumerable.Range(0, 501).Select(_ => Scan(attendee: Guid.NewGuid())) })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await device.SendScansAsync(id, new { scans = "none" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await device.Client.PostAsJsonAsync($"/accueil/{id}/passages", new { scans = Array.Empty<object>() })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await site.OrganiserAsync()).GetAsync($"/accueil/{id}/etat.json")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task Two_telephones_that_were_offline_merge_to_one_state_in_under_ten_seconds(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 300, startsInDays: 0.01);
        var seats = await site.SeatPeopleAsync(id, 300);
        var evening = new DoorStateTests.Evening(new Random(database == Database.Sqlite ? 1 : 2), [.. seats.Select(seat => seat.Id)]);
        var codes = new Dictionary<Guid, string>();
        foreach (var seat in seats)
        {
            codes[seat.Id] = await site.CodeAsync(seat);
        }

        var walkIns = evening.WalkIns.ToHashSet();
        var random = new Random(3);
        var devices = new Dictionary<string, Visitor> { ["Nord"] = await site.DoorkeeperAsync(), ["Sud"] = await site.DoorkeeperAsync() };
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await Task.WhenAll(evening.Passages.GroupBy(passage => passage.Door).Select(async telephone =>
        {
            var (device, mine) = (devices[telephone.Key], telephone.ToArray());
            random.Shuffle(mine);
            var pieces = mine.Chunk(40).ToList();
            foreach (var piece in pieces.Append(pieces[0]))
            {
                var answer = await device.SendScansAsync(id, new
                {
                    scans = piece.Select(passage => new { nonce = passage.Nonce, kind = "Entry", at = passage.AtUtc, door = passage.Door, code = codes.GetValueOrDefault(passage.Who), walkIn = walkIns.Contains(passage.Who) ? passage.Who : (Guid?)null }),
                    walkIns = piece.Where(passage => walkIns.Contains(passage.Who)).Select(passage => new { key = passage.Who, name = $"Imprévu {passage.Who:N}" }),
                });
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }));
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(started);

        var door = await site.DoorAsync(id);
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: 335 scans and 20 walk-ins from two telephones in {took.TotalSeconds:0.0} s");
        (door.Expected, door.State.Present, door.State.Inside, door.WalkIns, door.Unknown.Count).ShouldBe((300, 320, 320, 20, 0));
        door.State.Doubles.Select(twice => (twice.First.Nonce, twice.Second.Nonce)).ShouldBe(DoorState.Of(evening.Passages).Doubles.Select(twice => (twice.First.Nonce, twice.Second.Nonce)));
        (await site.InDatabaseAsync(db => db.Set<CheckIn>().CountAsync(scan => scan.EventId == id))).ShouldBe(335);
        (await site.PublishedAsync<PersonCheckedIn>()).Where(told => told.EventId == id).Select(told => told.AttendeeId).ShouldBe(door.State.Presences.Keys, ignoreOrder: true);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static object Scan(Guid? attendee = null, string? code = null, Guid? walkIn = null, string kind = "Entry", int minutes = 0) =>
        new { nonce = Guid.CreateVersion7(), kind, at = new DateTime(2027, 3, 3, 9, minutes, 0, DateTimeKind.Utc), door = "Nord", attendee, code, walkIn };
}
