using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>Circuits that hear what happens to registrations, and close them.</summary>
public sealed class CircuitTests
{
    private static readonly (string Event, string Word)[] Heard =
    [
        ("EssPersonRegisteredEvent", "Inscrite"), ("EssPersonPromotedEvent", "Promue"), ("EssRegistrationEndedEvent", "Finie"), ("EssPersonCheckedInEvent", "Arrivée"), ("EssPersonAbsentEvent", "Absente"),
    ];

    [Theory, OnBothDatabases]
    public async Task Circuits_hear_once_of_each_from_the_registration_to_the_seat_that_stayed_empty(Database database)
    {
        await using var site = await CircuitSites.StartAsync(database, [.. Heard.Select(heard => CircuitSites.Telling(heard.Event, heard.Word))]);
        var (id, device) = (await site.EventAsync(capacity: 1), await site.DoorkeeperAsync());
        var first = await site.SeatedAsync(id);
        await site.SeatedAsync(id);
        await site.CancelAsync(first);
        var held = await site.EventAsync(startsInDays: 0.01);
        var seats = await site.SeatPeopleAsync(held, 2);
        await device.SendScansAsync(held, new { scans = new[] { new { nonce = Guid.CreateVersion7(), kind = "Entry", at = site.Clock.GetUtcNow(), attendee = seats[0].Id } } });
        site.Clock.Advance(TimeSpan.FromHours(30));
        await site.RunJobAsync("door-absent");

        await Site.UntilAsync(async () =>
        {
            await site.LookAtCircuitsAsync();
            return await site.ToldAsync("Absente") > 0;
        });

        var told = new Dictionary<string, int>();
        foreach (var (_, word) in Heard)
        {
            told[word] = await site.ToldAsync(word);
        }

        told.ShouldBe(new() { ["Inscrite"] = 2, ["Promue"] = 1, ["Finie"] = 1, ["Arrivée"] = 1, ["Absente"] = 1 });
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_closes_the_registrations_of_the_event_it_hears_of_and_of_no_other(Database database)
    {
        await using var site = await CircuitSites.StartAsync(
            database,
            """{"WorkflowTypeId":"4close","Name":"Fermer","IsEnabled":true,"Activities":[{"ActivityId":"s","Name":"EssPersonRegisteredEvent","X":0,"Y":0,"IsStart":true,"Properties":{}},{"ActivityId":"p","Name":"EssOpenRegistrationTask","X":0,"Y":9,"Properties":{"Open":false}}],"Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"p"}]}""");
        var (id, other) = (await site.EventAsync(), await site.EventAsync());

        await site.SeatedAsync(id);

        await Site.UntilAsync(async () =>
        {
            await site.LookAtCircuitsAsync();
            return (await site.Visitor().GetAsync($"/rendez-vous/{id}/inscription")).Text(".notice-title")?.StartsWith("Les inscriptions sont closes", StringComparison.Ordinal) == true;
        });
        (await site.Visitor().GetAsync($"/rendez-vous/{other}/inscription")).Has("main form.form").ShouldBeTrue();
    }
}
