using System.Net;

namespace EssConsult.Kernel.Tests;

public sealed class HealthTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases("/health/live"), OnBothDatabases("/health/ready")]
    public async Task A_started_site_is_alive_and_ready(Database database, string address)
    {
        var site = await sites.OnAsync(database);

        var page = await site.Visitor().GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldBe("Healthy");
    }
}
