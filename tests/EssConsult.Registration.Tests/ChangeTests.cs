using EssConsult.Actors.Contracts;
using EssConsult.Registration.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class ChangeTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task A_seat_given_away_is_the_other_s_and_no_waiting_person_loses_by_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var giver = await site.SeatedAsync(id, "Camille Donne");
        var (waiting, taker) = (await site.SeatedAsync(id), Gatherings.NewAddress());
        var link = await site.LinkAsync(giver);

        await (await site.Visitor().GetAsync(link.Replace("?", "/modifier?", StringComparison.Ordinal))).Form("details form").With("Form.Name", "Dominique Reçoit").With("Form.Email", taker).SubmitAsync("Donner ma place");
        await site.CatchUpAsync();
        await site.ConfirmAsync(taker);

        (await site.StateAsync(id, taker)).ShouldBe(RegistrationState.Confirmed);
        (await site.FindAsync(id, giver)).EndReason.ShouldBe(EndReason.Transferred);
        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Waiting);
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);
        (await site.Visitor().GetAsync(link)).Text(".notice-title").ShouldBe("Cette inscription est terminée");
    }

    [Theory, OnBothDatabases]
    public async Task Workshops_go_with_the_seat_that_is_given_away_and_the_giver_is_told_so(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync();
        var (workshop, full) = (await site.WorkshopAsync(plenary, "1er tour", 1), await site.WorkshopAsync(plenary, "2e tour", 1));
        await (await site.SignInAsync()).RegisterAsync(plenary, "Camille Avant", fill: form => form.With("Form.Workshops[1]", full));
        var (giver, taker) = (Gatherings.NewAddress(), Gatherings.NewAddress());
        await site.Visitor().RegisterAsync(plenary, "Camille Donne", giver, form => form.With("Form.Workshops[0]", workshop).With("Form.Workshops[1]", full));
        await site.CatchUpAsync();
        await site.ConfirmAsync(giver);
        var link = new Uri((await site.MailsAsync(giver)).SelectMany(mail => mail.Split('\n')).First(line => line.Contains("/inscription/", StringComparison.Ordinal)).Trim()).PathAndQuery;

        await (await site.Visitor().GetAsync(link.Replace("?", "/modifier?", StringComparison.Ordinal))).Form("details form").With("Form.Name", "Dominique Reçoit").With("Form.Email", taker).SubmitAsync("Donner ma place");
        await site.CatchUpAsync();
        await site.ConfirmAsync(taker);

        (await site.StateAsync(workshop, taker), await site.StateAsync(full, taker)).ShouldBe((RegistrationState.Confirmed, RegistrationState.Waiting));
        ((await site.SeatsAsync(plenary)).Taken, (await site.SeatsAsync(workshop)).Taken, (await site.SeatsAsync(full)).Taken).ShouldBe((2, 1, 1));
        (await site.MailsAsync(giver)).Count(mail => mail.Contains("Vous avez donné votre place à quelqu’un d’autre", StringComparison.Ordinal)).ShouldBe(3);
        (await site.AllAsync(workshop)).Single(row => row.State == RegistrationState.Confirmed).WithinId.ShouldBe((await site.FindAsync(plenary, taker)).Id);
    }

    [Theory, OnBothDatabases]
    public async Task The_seat_of_a_companion_is_given_back_and_goes_to_who_waits(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync(capacity: 3, change: (_, places) => places["Guests"] = 2);
        var workshop = await site.WorkshopAsync(plenary, "1er tour", 3);
        var citizen = await site.SignInAsync();
        var own = await citizen.RegisterAsync(plenary, "Camille", fill: form => form.With("Form.Guests[0]", "Alix").With("Form.Guests[1]", "Bilal").With("Form.Workshops[0]", workshop));
        var waiting = await site.SeatedAsync(plenary);

        await (await citizen.GetAsync(own.Url.AbsolutePath + "/modifier")).Form("main form.form").With("Form.Leaving", "1").SubmitAsync("Enregistrer");
        await site.CatchUpAsync();

        (await site.AllAsync(plenary)).Select(row => row.Seats).ShouldBe([2, 1]);
        (await site.StateAsync(plenary, waiting)).ShouldBe(RegistrationState.Offered);
        (await site.SeatsAsync(workshop)).Taken.ShouldBe(2);
        (await site.InDatabaseAsync(db => db.Set<Attendee>().Where(seat => seat.EventId == plenary && seat.Name != null).OrderBy(seat => seat.RegistrationId).ThenBy(seat => seat.Position).Select(seat => $"{seat.Position} {seat.Name}").ToListAsync())).ShouldBe(["0 Camille", "1 Bilal", "0 Camille Exemple"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_name_and_an_account_go_for_the_workshops_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync();
        var workshop = await site.WorkshopAsync(plenary, "1er tour", 5);
        var address = Gatherings.NewAddress();
        await site.Visitor().RegisterAsync(plenary, "Camille Avant", address, form => form.With("Form.Workshops[0]", workshop));
        await site.CatchUpAsync();
        await site.ConfirmAsync(address);
        var link = new Uri((await site.MailsAsync(address)).SelectMany(mail => mail.Split('\n')).First(line => line.Contains("/inscription/", StringComparison.Ordinal)).Trim()).PathAndQuery;

        await (await site.Visitor().GetAsync(link.Replace("?", "/modifier?", StringComparison.Ordinal))).Form("main form.form").With("Form.Name", "Camille Après").SubmitAsync("Enregistrer");
        var citizen = await site.SignInAsync();
        await (await citizen.GetAsync(link)).Form("form[action*='handler=Adopt']").SubmitAsync();

        foreach (var id in new[] { plenary, workshop })
        {
            var row = (await site.AllAsync(id)).ShouldHaveSingleItem();
            (row.Name, row.PersonId, row.Email, row.State).ShouldBe(("Camille Après", citizen.PersonId, null, RegistrationState.Confirmed));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Workshops_are_changed_later_and_the_one_left_serves_who_waits_for_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync();
        var (first, second, full) = (await site.WorkshopAsync(plenary, "1er tour", 1), await site.WorkshopAsync(plenary, "1er tour", 5), await site.WorkshopAsync(plenary, "2e tour", 1));
        await site.ChangeAsync(full, (_, places) => places["WaitingList"] = false);
        var (one, other) = (await site.SignInAsync(), await site.SignInAsync());
        var mine = await one.RegisterAsync(plenary, "Camille Une", fill: form => form.With("Form.Workshops[0]", first));
        var theirs = await other.RegisterAsync(plenary, "Dominique Autre", fill: form => form.With("Form.Workshops[0]", first));

        var page = mine.Url.AbsolutePath + "/modifier";
        await (await one.GetAsync(page)).Form("main form.form").With("Form.Workshops[0]", second).SubmitAsync("Enregistrer");
        await site.CatchUpAsync();

        (await site.AllAsync(first)).Select(row => (row.State, row.EndReason)).ShouldBe([(RegistrationState.Ended, EndReason.Moved), (RegistrationState.Offered, null)]);
        (await site.AllAsync(second)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
        ((await site.SeatsAsync(first)).Taken, (await site.SeatsAsync(second)).Taken).ShouldBe((1, 1));

        // What cannot be had changes nothing, neither the name beside it.
        var form = (await one.GetAsync(page)).Form("main form.form").With("Form.Name", "Autre nom").With("Form.Workshops[1]", full);
        await (await other.GetAsync(theirs.Url.AbsolutePath + "/modifier")).Form("main form.form").With("Form.Workshops[1]", full).SubmitAsync("Enregistrer");
        (await form.SubmitAsync("Enregistrer")).Text(".error-summary")!.ShouldContain("est complet");
        (await site.AllAsync(plenary))[0].Name.ShouldBe("Camille Une");
        (await site.AllAsync(full)).ShouldHaveSingleItem();
    }

    [Theory, OnBothDatabases]
    public async Task A_structure_takes_seats_for_a_group_and_each_is_filled_in_by_its_link(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 5);
        var member = await site.SignInAsync();
        var actor = await StructureAsync(site, member.PersonId!);

        var page = await member.RegisterAsync(id, "Camille Membre", fill: form => form.With("Form.ActorId", actor).With("Form.Seats", "3"));
        var seat = page.Document.QuerySelector("a[href*='/place?jeton=']")!.GetAttribute("href")!;
        await (await site.Visitor().GetAsync(seat)).Form("main form.form").With("Form.Name", "Dominique Invité").SubmitAsync("Enregistrer");

        (await site.SeatsAsync(id)).Taken.ShouldBe(3);
        (await site.InDatabaseAsync(db => db.Set<Attendee>().Where(row => row.EventId == id).OrderBy(row => row.Position).Select(row => row.Name).ToListAsync())).ShouldBe(["Dominique Invité", null, null]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_told_in_English_on_an_English_page(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();

        var page = await (await site.Visitor().GetAsync($"/en/rendez-vous/{id}/inscription")).Form("main form.form").With("Form.Name", "Camille").With("Form.Email", "no address").SubmitAsync();

        page.Text("#Form_Email-error")!.ShouldStartWith("Write an e-mail address");
        page.Text(".error-summary")!.ShouldContain("Write an e-mail address");
    }

    private static async Task<string> StructureAsync(Site site, string memberId)
    {
        var name = "Structure " + Guid.NewGuid().ToString("N")[..8];
        await site.UseAsync<IDemoActors>(actors => actors.PutAsync([new DemoActor(name, name, ActorFamily.Association, null, null, null, null, [memberId])], default));
        await site.CatchUpAsync();
        return (await site.UseAsync<IActors, IReadOnlyList<ActorName>>(actors => actors.SpeakersForAsync(memberId, default))).ShouldHaveSingleItem().Id.ToString();
    }
}
