using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Web;

public sealed class SecurityHeadersTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    [Theory]
    [InlineData("/essai/note")]
    [InlineData("/en/essai/note")]
    [InlineData("/nulle-part")]
    [InlineData("/health/live")]
    [InlineData("/assets/0/site.css")]
    [InlineData("/essai/panne")]
    public async Task Every_answer_carries_them_errors_included(string address)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        using var response = await site.Visitor().Client.GetAsync(address);

        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        response.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_bug_shows_its_number_and_nothing_else()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        using var response = await site.Visitor().Client.GetAsync("/essai/panne");
        var text = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).ShouldBe(500);
        text.ShouldContain("Une erreur est survenue");
        text.ShouldNotContain("secret de fabrication");
        site.Log.ToString().ShouldContain("Un secret de fabrication.");
    }

    [Fact]
    public async Task A_site_with_an_endpoint_that_states_no_permission_does_not_start()
    {
        var start = () => Site.StartAsync(Database.Sqlite, new SiteOptions { Modules = [new MuteModule()] });

        (await start.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("/essai/muet");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "volé" });

        var page = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/essai/formulaire") { Content = content });

        ((int)page.Status).ShouldBe(400);
    }

    private sealed class MuteModule : IModule
    {
        public ModuleManifest Manifest { get; } = new(ProbeModule.Id, "Muet", "Ne dit pas qui peut entrer.");

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/essai/muet", () => "ouvert");
    }
}
