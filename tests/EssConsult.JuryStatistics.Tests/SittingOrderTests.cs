using EssConsult.JuryStatistics.Sitting;

namespace EssConsult.JuryStatistics.Tests;

public sealed class SittingOrderTests
{
    [Fact]
    public void Entries_with_the_same_recusals_are_taken_together_and_those_without_come_first()
    {
        var (order, moves) = SittingOrder.Of<string>([Set("A"), Set(), Set("B"), Set("A"), Set("A", "B"), Set()]);

        // Free ones, then A, A, A and B, B: A leaves, B leaves, A returns, B returns.
        order.Take(2).ShouldBe([1, 5]);
        moves.ShouldBe(4);
        string.Join(',', order.Skip(2)).ShouldBeOneOf("0,3,4,2", "2,4,0,3");
    }

    [Fact]
    public void Nobody_recused_leaves_the_order_as_it_is()
    {
        var (order, moves) = SittingOrder.Of<string>([Set(), Set(), Set()]);

        (string.Join(',', order), moves).ShouldBe(("0,1,2", 0));
    }

    [Fact]
    public void Up_to_thirteen_different_sets_no_order_moves_fewer_people()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var recused = Draw(random, entries: 7, jurors: 5);
            var (order, moves) = SittingOrder.Of(recused);

            order.Order().ShouldBe(Enumerable.Range(0, recused.Count));
            SittingOrder.Moves(order.Select(entry => recused[entry])).ShouldBe(moves);
            moves.ShouldBe(Orders([.. Enumerable.Range(0, recused.Count)]).Min(tried => SittingOrder.Moves(tried.Select(entry => recused[entry]))));
        }
    }

    [Fact]
    public void A_hundred_and_fifty_entries_are_put_in_order_that_moves_fewer_than_their_numbers_do()
    {
        var recused = Draw(new Random(3), entries: 150, jurors: 15);
        var (order, moves) = SittingOrder.Of(recused);

        order.Order().ShouldBe(Enumerable.Range(0, 150));
        SittingOrder.Moves(order.Select(entry => recused[entry])).ShouldBe(moves);
        moves.ShouldBeLessThan(SittingOrder.Moves(recused) * 2 / 3);
        SittingOrder.Of(recused).Order.ShouldBe(order);
    }

    private static HashSet<string> Set(params string[] jurors) => jurors.ToHashSet();

    private static List<IReadOnlySet<string>> Draw(Random random, int entries, int jurors) =>
        [.. Enumerable.Range(0, entries).Select(_ => (IReadOnlySet<string>)Enumerable.Range(0, jurors).Where(_ => random.Next(4) == 0).Select(juror => $"{juror}").ToHashSet())];

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1 ? [items] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
