namespace EssConsult.JuryStatistics.Sitting;

/// <summary>
/// In which order a jury takes its entries so that recused jurors leave and return as seldom as can be. Between two entries those move
/// who are recused from one of them only; everybody is in the room before the first and after the last.
/// </summary>
/// <remarks>
/// It is the tour of least length through the sets of recused jurors, from the empty set and back, where the distance of two sets is the
/// size of their symmetric difference. Entries with one set stay together, which costs nothing (triangle inequality). Up to
/// <see cref="MostExact"/> different sets the tour is the best there is (M. Held and R. Karp, « A dynamic programming approach to sequencing
/// problems », Journal of SIAM 10, 1962); beyond, the nearest neighbour from each start, each bettered by 2-opt (G. Croes, Operations
/// Research 6, 1958) until nothing gains. No chance is in it: the same entries give the same order.
/// </remarks>
public static class SittingOrder
{
    /// <summary>Different sets of recused jurors, the empty one aside.</summary>
    public const int MostExact = 13;

    /// <param name="recused">For each entry who is recused from it, by any ids; in the order that stands where nothing else decides.</param>
    /// <returns>Positions of <paramref name="recused"/>, and how often somebody leaves or returns.</returns>
    public static (IReadOnlyList<int> Order, int Moves) Of<TJuror>(IReadOnlyList<IReadOnlySet<TJuror>> recused)
        where TJuror : notnull
    {
        var groups = recused.Index().GroupBy(entry => Key(entry.Item)).Select(group => (Set: group.First().Item, Entries: group.Select(entry => entry.Index).ToList())).ToList();
        var free = groups.Where(group => group.Set.Count == 0).SelectMany(group => group.Entries);
        var kept = groups.FindAll(group => group.Set.Count > 0);
        var distances = Distances(kept.ConvertAll(group => group.Set));
        int[] tour = kept.Count == 0 ? [] : kept.Count <= MostExact ? Exact(distances) : Greedy(distances);
        return ([.. free, .. tour.SelectMany(place => kept[place].Entries)], Length(distances, tour));
    }

    /// <summary>How often somebody leaves or returns in a given order.</summary>
    public static int Moves<TJuror>(IEnumerable<IReadOnlySet<TJuror>> recused)
        where TJuror : notnull
    {
        var (moves, gone) = (0, (IReadOnlySet<TJuror>)new HashSet<TJuror>());
        foreach (var set in recused.Append(new HashSet<TJuror>()))
        {
            (moves, gone) = (moves + Difference(gone, set), set);
        }

        return moves;
    }

    private static int Difference<TJuror>(IReadOnlySet<TJuror> one, IReadOnlySet<TJuror> other) => one.Count(juror => !other.Contains(juror)) + other.Count(juror => !one.Contains(juror));

    private static string Key<TJuror>(IReadOnlySet<TJuror> set) => string.Join('\n', set.Select(juror => juror!.ToString()).Order(StringComparer.Ordinal));

    /// <summary>Between sets; the last row and column are the empty room's.</summary>
    private static int[,] Distances<TJuror>(List<IReadOnlySet<TJuror>> sets)
    {
        var count = sets.Count;
        var distances = new int[count + 1, count + 1];
        for (var one = 0; one < count; one++)
        {
            distances[one, count] = distances[count, one] = sets[one].Count;
            for (var other = 0; other < one; other++)
            {
                distances[one, other] = distances[other, one] = Difference(sets[one], sets[other]);
            }
        }

        return distances;
    }

    private static int Length(int[,] distances, int[] tour)
    {
        var room = distances.GetLength(0) - 1;
        return tour.Length == 0 ? 0 : distances[room, tour[0]] + distances[tour[^1], room] + Enumerable.Range(1, tour.Length - 1).Sum(place => distances[tour[place - 1], tour[place]]);
    }

    private static int[] Exact(int[,] distances)
    {
        var count = distances.GetLength(0) - 1;
        var (best, from) = (new int[1 << count, count], new int[1 << count, count]);
        for (var visited = 1; visited < 1 << count; visited++)
        {
            for (var last = 0; last < count; last++)
            {
                best[visited, last] = int.MaxValue;
                var before = visited & ~(1 << last);
                if (before == visited)
                {
                    continue;
                }

                if (before == 0)
                {
                    (best[visited, last], from[visited, last]) = (distances[count, last], -1);
                    continue;
                }

                for (var previous = 0; previous < count; previous++)
                {
                    if ((before & (1 << previous)) != 0 && best[before, previous] + distances[previous, last] < best[visited, last])
                    {
                        (best[visited, last], from[visited, last]) = (best[before, previous] + distances[previous, last], previous);
                    }
                }
            }
        }

        var tour = new int[count];
        var (rest, end) = ((1 << count) - 1, Enumerable.Range(0, count).MinBy(last => best[(1 << count) - 1, last] + distances[last, count]));
        for (var place = count - 1; place >= 0; place--)
        {
            tour[place] = end;
            (rest, end) = (rest & ~(1 << end), from[rest, end]);
        }

        return tour;
    }

    private static int[] Greedy(int[,] distances)
    {
        var count = distances.GetLength(0) - 1;
        return Enumerable.Range(0, count).Select(start => Bettered(distances, Nearest(distances, start))).MinBy(tour => Length(distances, tour))!;
    }

    private static int[] Nearest(int[,] distances, int start)
    {
        var (tour, left) = (new List<int> { start }, Enumerable.Range(0, distances.GetLength(0) - 1).Where(place => place != start).ToList());
        while (left.Count > 0)
        {
            var next = left.MinBy(place => distances[tour[^1], place]);
            tour.Add(next);
            left.Remove(next);
        }

        return [.. tour];
    }

    /// <summary>Turns a stretch round while that shortens the tour.</summary>
    private static int[] Bettered(int[,] distances, int[] tour)
    {
        var room = distances.GetLength(0) - 1;
        for (var gained = true; gained;)
        {
            gained = false;
            for (var first = 0; first < tour.Length - 1; first++)
            {
                for (var last = first + 1; last < tour.Length; last++)
                {
                    var (before, after) = (first == 0 ? room : tour[first - 1], last == tour.Length - 1 ? room : tour[last + 1]);
                    if (distances[before, tour[last]] + distances[tour[first], after] < distances[before, tour[first]] + distances[tour[last], after])
                    {
                        Array.Reverse(tour, first, last - first + 1);
                        gained = true;
                    }
                }
            }
        }

        return tour;
    }
}
