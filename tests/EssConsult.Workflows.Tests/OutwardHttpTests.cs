using System.Net;
using EssConsult.Workflows.Web;
using Microsoft.Extensions.Configuration;

namespace EssConsult.Workflows.Tests;

/// <summary>Addresses: IANA special-purpose address registries, RFC 6890.</summary>
public sealed class OutwardHttpTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    public void What_lies_inside_is_known_as_such(string address) => OutwardHttp.IsInside(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00:1450:4007::1")]
    public void What_lies_outside_may_be_asked(string address) => OutwardHttp.IsInside(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    public async Task A_circuit_does_not_reach_inside(string address)
    {
        using var http = new OutwardHttp(new ConfigurationBuilder().Build());
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        var error = await Should.ThrowAsync<Exception>(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        (error as Kernel.Data.RuleException ?? error.InnerException as Kernel.Data.RuleException).ShouldNotBeNull().Code.ShouldBe("workflow.host");
    }

    [Fact]
    public async Task Where_hosts_are_listed_no_other_is_asked()
    {
        using var http = new OutwardHttp(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Workflows:AllowedHosts"] = "data.nantesmetropole.fr" }).Build());
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.org/");

        (await Should.ThrowAsync<Kernel.Data.RuleException>(() => http.SendAsync(request, TestContext.Current.CancellationToken))).Code.ShouldBe("workflow.host");
    }
}
