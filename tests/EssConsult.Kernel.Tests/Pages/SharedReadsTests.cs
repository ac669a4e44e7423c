using EssConsult.Kernel.Pages;
using Microsoft.Extensions.Time.Testing;

namespace EssConsult.Kernel.Tests.Pages;

public sealed class SharedReadsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly SharedReads reads;
    private readonly CacheTags page = new();
    private int times;

    public SharedReadsTests() => reads = new SharedReads(clock);

    [Fact]
    public async Task A_value_is_read_once_and_gives_its_tags_to_every_page()
    {
        await ReadAsync();
        await ReadAsync();

        times.ShouldBe(1);
        page.All.ShouldBe(["item"]);
    }

    [Theory]
    [InlineData("item", 2)]
    [InlineData("site", 2)]
    [InlineData("another", 1)]
    public async Task A_change_of_a_tag_makes_it_read_again(string changed, int expected)
    {
        await ReadAsync();
        reads.Forget([changed]);
        await ReadAsync();

        times.ShouldBe(expected);
    }

    [Fact]
    public async Task A_change_while_it_is_read_leaves_nothing_old_behind()
    {
        await ReadAsync(meanwhile: () => reads.Forget(["item"]));
        await ReadAsync();

        times.ShouldBe(2);
    }

    [Fact]
    public async Task Ten_minutes_later_it_is_read_again()
    {
        await ReadAsync();
        clock.Advance(TimeSpan.FromMinutes(11));
        await ReadAsync();

        times.ShouldBe(2);
    }

    private async Task ReadAsync(Action? meanwhile = null) => await reads.GetAsync("value", page, shown =>
    {
        shown.Add("item");
        times++;
        meanwhile?.Invoke();
        return Task.FromResult<string?>("value");
    });
}
