using EssConsult.Kernel.Pages;
using Microsoft.Extensions.Time.Testing;

namespace EssConsult.Kernel.Tests.Pages;

public sealed class SharedReadsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly SharedReads reads;
    private readonly CacheTags page = new();
    private int times;

    public SharedReadsTests() => reads = new SharedReads(clock);

    public void Dispose() => reads.Dispose();

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

    [Fact]
    public async Task Rows_of_a_list_are_read_together_and_each_again_when_it_changes()
    {
        var asked = new List<string>();
        await ReadRowsAsync(asked, "a", "b");
        reads.Forget(["b"]);
        reads.Forget(["house of c"]);
        await ReadRowsAsync(asked, "a", "b", "c");
        reads.Forget(["house of a"]);
        var rows = await ReadRowsAsync(asked, "a", "b", "c", "nobody");

        asked.ShouldBe(["a b", "b c", "a nobody"]);
        rows.Keys.Order().ShouldBe(["a", "b", "c"]);
        page.All.ShouldContain("house of b");
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadRowsAsync(List<string> asked, params string[] ids) => await reads.GetManyAsync<string>("row ", ids, page, missing =>
    {
        asked.Add(string.Join(' ', missing));
        return Task.FromResult<IReadOnlyDictionary<string, string>>(missing.Where(id => id != "nobody").ToDictionary(id => id, id => "row " + id));
    }, row => ["house of " + row[4..]]);

    private async Task ReadAsync(Action? meanwhile = null) => await reads.GetAsync("value", page, shown =>
    {
        shown.Add("item");
        times++;
        meanwhile?.Invoke();
        return Task.FromResult<string?>("value");
    });
}
