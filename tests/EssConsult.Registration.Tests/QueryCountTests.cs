using EssConsult.Kernel.Data;
using EssConsult.Registration.Feedback;
using EssConsult.Registration.Wishes;

namespace EssConsult.Registration.Tests;

/// <summary>The organisers' pages of an event take as many queries for ten people as for a hall of them.</summary>
public sealed class QueryCountTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task Each_page_of_an_event_takes_the_same_queries_for_ten_people_and_for_sixty(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 200, startsInDays: 0.01, change: (_, places) => (places["Wishes"], places["AsksNeeds"]) = (true, true));
        var workshop = await site.WorkshopAsync(id, "matin", 100);
        var organiser = await site.SignInAsync("Organiser of everything", "AccessAdminPanel", "ManageEvents", "ViewNeeds", "FollowDoor");
        await ComeAsync(10);
        var few = await CountAsync();
        await ComeAsync(50);

        (await CountAsync()).ShouldBe(few);

        async Task<Dictionary<string, int>> CountAsync()
        {
            var counts = new Dictionary<string, int>();
            foreach (var page in new[] { "", "/voeux", "/tables", "/avis", "/besoins", "/invitations", "/fiches", "/accueil" })
            {
                var shown = await organiser.GetAsync($"/admin/rendez-vous/{id}{page}");
                shown.Status.ShouldBe(System.Net.HttpStatusCode.OK, page);
                counts[page] = shown.Queries.Count;
            }

            counts["list"] = (await organiser.GetAsync("/admin/rendez-vous")).Queries.Count;
            return counts;
        }

        async Task ComeAsync(int people)
        {
            var seats = await site.SeatPeopleAsync(id, people);
            await site.InDatabaseAsync(async db =>
            {
                foreach (var seat in seats)
                {
                    db.Add(new Wish { EventId = id, RegistrationId = seat.RegistrationId, Slot = "matin", Rank = 1, WorkshopId = workshop });
                    db.Add(new EventFeedback { EventId = id, Useful = 3, Words = "Bien" });
                    db.Add(new AttendeeNeed { EventId = id, RegistrationId = seat.RegistrationId, Kind = NeedKind.Diet });
                }

                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            });
            var composed = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables")).Form("form.form-compose").With("Form.Tables", $"{people}").SubmitAsync();
            composed.Text(".notice-title").ShouldBe("Les tables sont composées.");
        }
    }
}
