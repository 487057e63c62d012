using System.Security.Cryptography;
using Regio.ExpertTable.Reads;

namespace Regio.ExpertTable.Tests.Reads;

public sealed class ChainCheckTests
{
    private static readonly ReadChain Chain = new(RandomNumberGenerator.GetBytes(32));
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<LoggedRead> _lines = Linked(6);

    [Fact]
    public void A_chain_that_nobody_touched_is_whole()
    {
        var check = Follow(_lines);

        Assert.Null(check.Fault);
        Assert.Equal((6, 6), (check.Checked, check.Head.Number));
    }

    [Fact]
    public void Each_part_of_a_line_is_held_by_its_digest()
    {
        Func<LoggedRead, LoggedRead>[] changes =
        [
            l => l with { Sequence = 99 }, l => l with { CaseId = Guid.NewGuid() }, l => l with { SubjectPseudonym = Guid.NewGuid() },
            l => l with { Reader = "somebody else" }, l => l with { Role = "x" }, l => l with { Purpose = ReadPurpose.Decision },
            l => l with { Ground = LegalGround.Safety }, l => l with { Method = "x" }, l => l with { TraceId = "x" },
            l => l with { ReadAt = l.ReadAt.AddMicroseconds(1) }, l => l with { Reader = l.Reader + l.Role[..1], Role = l.Role[1..] },
            l => l with { SubjectPseudonym = null, TraceId = "" },
        ];

        foreach (var change in changes)
        {
            var check = Follow([.. _lines.Select(l => l.Number == 4 ? change(l) : l)]);
            Assert.Equal((new ReadFault(ReadFaultKind.LineChanged, 4), 3), (check.Fault, check.Checked));
        }
    }

    [Fact]
    public void A_line_that_is_taken_out_is_missed_and_renumbering_does_not_hide_it()
    {
        var rest = _lines.Where(l => l.Number != 3).ToList();

        Assert.Equal(new ReadFault(ReadFaultKind.LineMissing, 3), Follow(rest).Fault);
        Assert.Equal(new ReadFault(ReadFaultKind.LinkChanged, 3), Follow([.. rest.Select(l => l.Number > 3 ? l with { Number = l.Number - 1 } : l)]).Fault);
    }

    [Fact]
    public void A_line_put_in_by_somebody_without_the_key_breaks_the_chain()
    {
        var forger = new ReadChain(new byte[32]);
        var line = _lines[5] with { Sequence = 7, Number = 7, Reader = "forged" };
        var digest = forger.Digest(line);

        var check = Follow([.. _lines, line with { Digest = digest, Link = forger.Link(_lines[5].Link!, 7, digest) }]);

        Assert.Equal(new ReadFault(ReadFaultKind.LinkChanged, 7), check.Fault);
    }

    [Fact]
    public void A_tail_that_is_cut_off_is_missed_by_whoever_kept_an_anchor()
    {
        var kept = new ReadAnchor(5, _lines[4].Link!);

        Assert.Null(Follow(_lines, kept: kept).Fault);
        Assert.Null(Follow(_lines[..3]).Fault);
        Assert.Equal(new ReadFault(ReadFaultKind.AnchorMissed, 5), Follow(_lines[..3], kept: kept).Fault);
        Assert.Equal(new ReadFault(ReadFaultKind.AnchorMissed, 5), Follow(_lines, kept: new ReadAnchor(5, new byte[32])).Fault);
    }

    [Fact]
    public void A_check_goes_on_from_where_an_earlier_one_ended()
    {
        var from = new ReadAnchor(3, _lines[2].Link!);

        var check = Follow(_lines[2..], from);

        Assert.Null(check.Fault);
        Assert.Equal((3, 6), (check.Checked, check.Head.Number));
        Assert.Equal(new ReadFault(ReadFaultKind.AnchorMissed, 3), Follow(_lines[2..], new ReadAnchor(3, new byte[32])).Fault);
        Assert.Equal(new ReadFault(ReadFaultKind.AnchorMissed, 3), Follow([], from).Fault);
    }

    [Fact]
    public void A_child_that_the_service_took_out_leaves_the_chain_whole_and_nothing_else_does()
    {
        var line = _lines[1];
        var blank = line with { SubjectPseudonym = null, TraceId = "", Blanked = Chain.Blank(line, line.Link!) };

        Assert.Null(Follow([_lines[0], blank, .. _lines[2..]]).Fault);
        foreach (var wrong in new[] { blank with { Reader = "x" }, blank with { Blanked = new byte[32] }, blank with { SubjectPseudonym = Guid.NewGuid() }, _lines[1] with { Blanked = blank.Blanked } })
            Assert.Equal(new ReadFault(ReadFaultKind.LineChanged, 2), Follow([_lines[0], wrong, .. _lines[2..]]).Fault);
    }

    private static ChainCheck Follow(IReadOnlyList<LoggedRead> lines, ReadAnchor? from = null, ReadAnchor? kept = null)
    {
        var check = new ChainCheck(Chain, from ?? ReadChain.Start, kept);
        if (lines.All(check.Pass))
            check.End();
        return check;
    }

    private static List<LoggedRead> Linked(int count)
    {
        var lines = new List<LoggedRead>();
        var previous = ReadChain.Start.Link;
        for (var number = 1; number <= count; number++)
        {
            var line = new LoggedRead
            {
                Sequence = number,
                CaseId = Guid.NewGuid(),
                SubjectPseudonym = Guid.NewGuid(),
                Reader = $"reader {number}",
                Role = "table-chair",
                Purpose = ReadPurpose.Treatment,
                Ground = LegalGround.StatutoryTask,
                Method = "GetCase",
                TraceId = "a trace",
                ReadAt = Morning.AddSeconds(number),
            };
            var digest = Chain.Digest(line);
            previous = Chain.Link(previous, number, digest);
            lines.Add(line with { Number = number, Digest = digest, Link = previous });
        }

        return lines;
    }
}
