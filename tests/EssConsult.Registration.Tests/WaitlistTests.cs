using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Seats;

namespace EssConsult.Registration.Tests;

public sealed class WaitlistTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task The_next_in_line_is_offered_a_seat_that_falls_free_and_takes_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var seated = await site.SeatedAsync(id, "Première");
        var (second, third) = (await site.SeatedAsync(id, "Deuxième"), await site.SeatedAsync(id, "Troisième"));
        (await site.Visitor().GetAsync(await site.LinkAsync(third))).Text(".notice-title").ShouldBe("Vous êtes en position 2 sur la liste d’attente");

        await site.CancelAsync(seated);

        (await site.StateAsync(id, second)).ShouldBe(RegistrationState.Offered);
        (await site.StateAsync(id, third)).ShouldBe(RegistrationState.Waiting);
        var offer = await site.Visitor().GetAsync(await site.LinkAsync(second));
        var taken = await offer.Form("main form").SubmitAsync("Confirmer ma place");
        taken.Text(".notice-title").ShouldBe("Votre place est réservée");
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_offer_that_nobody_takes_goes_to_the_next_and_never_ends_at_night(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1, startsInDays: 60);
        var seated = await site.SeatedAsync(id);
        var (second, third) = (await site.SeatedAsync(id), await site.SeatedAsync(id));
        await site.CancelAsync(seated);
        var until = (await site.FindAsync(id, second)).HoldUntilUtc!.Value;
        until.ToParis().Hour.ShouldBeInRange(8, 20);

        site.Clock.Advance(until - site.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1));
        await site.RunJobAsync("registration-holds");
        await site.CatchUpAsync();

        (await site.FindAsync(id, second)).EndReason.ShouldBe(EndReason.Lapsed);
        (await site.StateAsync(id, third)).ShouldBe(RegistrationState.Offered);
    }

    [Theory, OnBothDatabases]
    public async Task Declining_gives_the_seat_on(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var seated = await site.SeatedAsync(id);
        var (second, third) = (await site.SeatedAsync(id), await site.SeatedAsync(id));
        await site.CancelAsync(seated);

        await site.CancelAsync(second);

        (await site.FindAsync(id, second)).EndReason.ShouldBe(EndReason.Declined);
        (await site.StateAsync(id, third)).ShouldBe(RegistrationState.Offered);
    }

    [Theory, OnBothDatabases]
    public async Task From_a_day_before_a_seat_is_given_without_asking(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1, startsInDays: 0.9);
        var (seated, second) = (await site.SeatedAsync(id), await site.SeatedAsync(id));

        await site.CancelAsync(seated);

        (await site.StateAsync(id, second)).ShouldBe(RegistrationState.Confirmed);
    }

    [Theory, OnBothDatabases]
    public async Task A_newcomer_stands_behind_those_who_wait_even_when_a_seat_is_free(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var seated = await site.SeatedAsync(id);
        var waiting = await site.SeatedAsync(id);

        // The seat is free, and the one who waits has not been served yet.
        await (await site.Visitor().GetAsync(await site.LinkAsync(seated))).Form("details form").SubmitAsync();
        var newcomer = Gatherings.NewAddress();
        await site.Visitor().RegisterAsync(id, "Nouvelle", newcomer);
        await site.CatchUpAsync();

        (await site.StateAsync(id, newcomer)).ShouldBe(RegistrationState.Waiting);
        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Offered);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_confirmed_within_a_day_gives_its_seat_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var address = Gatherings.NewAddress();
        await site.Visitor().RegisterAsync(id, "Oubli", address);
        var waiting = await site.SeatedAsync(id);
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromHours(25));
        await site.RunJobAsync("registration-holds");
        await site.CatchUpAsync();

        (await site.FindAsync(id, address)).EndReason.ShouldBe(EndReason.Lapsed);
        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Offered);
        (await site.MailsAsync(address)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task More_seats_serve_those_who_wait_and_fewer_than_are_taken_are_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 2);
        await site.SeatedAsync(id);
        await site.SeatedAsync(id);
        var waiting = await site.SeatedAsync(id);

        await site.ChangeAsync(id, (_, places) => places["Capacity"] = 3);

        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Offered);
        (await Should.ThrowAsync<RuleException>(() => site.ChangeAsync(id, (_, places) => places["Capacity"] = 2))).Code.ShouldBe("event.too-small");
        (await site.SeatsAsync(id)).Capacity.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_waiting_list_a_full_event_says_so(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1, change: (_, places) => places["WaitingList"] = false);
        await site.SeatedAsync(id);

        var page = await site.Visitor().GetAsync($"/rendez-vous/{id}/inscription");

        page.Text(".notice-title").ShouldBe("Complet");
        page.Document.QuerySelector("main form").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_a_seat_too_many(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 1);

        var refused = await Should.ThrowAsync<RuleException>(() => site.InDatabaseAsync(async db =>
        {
            var seats = (await db.Set<EventSeats>().FindAsync(id))!;
            seats.Taken = 2;
            await db.SaveChangesAsync();
        }));

        refused.Code.ShouldBe("seats.capacity");
    }
}
