using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

public sealed class LotteryDrawTests
{
    /// <summary>As any shell says: <c>printf 'seed\nam\nAna' | sha256sum</c>.</summary>
    [Theory]
    [InlineData("Ana", "bb9db0ff50e4eac8ef5c1a568e4e4448508a6785776328a12e8c4861dfa2e5a8")]
    [InlineData("Chloé", "445ea14af191b38b9aa6951774438a0a6362a84d5fcd716cccc637d7876d8a77")]
    public void A_key_is_a_hash_that_anybody_can_compute(string person, string key) => LotteryDraw.Key("seed", "am", person).ShouldBe(key);

    [Fact]
    public void Numbers_follow_the_keys_from_1_without_gaps()
    {
        string[] people = ["Ana", "Bruno", "Chloé", "Denis"];

        var numbers = LotteryDraw.Numbers("seed", "am", people);

        numbers.Values.Order().ShouldBe([1, 2, 3, 4]);
        people.OrderBy(person => numbers[person]).ShouldBe(people.OrderBy(person => LotteryDraw.Key("seed", "am", person), StringComparer.Ordinal));
        LotteryDraw.Numbers("seed", "am", people.Reverse()).ShouldBe(numbers, ignoreOrder: true);
    }
}
