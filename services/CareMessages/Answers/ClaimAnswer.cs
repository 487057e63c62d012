using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>
/// Makes the JW325 that answers a JW323, within ten working days. Clients may be given one by one, as they are read; only what is refused is
/// kept, since only that is listed. What is made depends on nothing but the claim, what was found and the stamp.
/// </summary>
/// <remarks>
/// A rule within the message, or an error without a code of the list: the header with 0001. An error of the header: the header with its code.
/// An error of the claim (such as 9333, 8214): nothing is granted, and its code stands at the answer. An error of a client: its code, and all
/// lines of the client not assessed (0233). Otherwise a line is granted or refused as a whole, and refused lines are repeated with their codes.
/// </remarks>
/// <param name="stamp">Who answers adds this.</param>
public sealed class ClaimAnswer(AnswerStamp stamp)
{
    private const string ClaimPath = "/Bericht/Declaratie";

    private readonly List<DeclaratieClient> _refused = [];
    private long _refusedAmount;

    /// <summary>What the refused lines until now are worth, with their sign, in eurocents.</summary>
    public long RefusedAmount => _refusedAmount;

    /// <summary>Makes the answer to a claim that holds its clients itself.</summary>
    /// <param name="claim">The claim; it is left as it is.</param>
    /// <param name="findings">All that was found, on every level, with the path of the class concerned or of an element in it.</param>
    /// <param name="stamp">Who answers adds this.</param>
    /// <returns>The answer; null when the structure is wrong (level 1).</returns>
    public static Jw325? To(Jw323 claim, IReadOnlyCollection<Finding> findings, AnswerStamp stamp)
    {
        var answer = new ClaimAnswer(stamp);
        var clients = claim.Declaratie.Clienten.ToDictionary(client => client.Path, StringComparer.Ordinal);
        // Structure and rules within the message concern the message as a whole, wherever in it they were broken.
        var found = findings.ToLookup(finding => finding.Rule.Level <= ControlLevel.Message ? null : clients.GetValueOrDefault(PathOfClient(finding.Path)));
        foreach (var client in clients.Values)
            answer.Judge(client, [.. found[client]]);
        return answer.Make(claim, [.. found[null]]);
    }

    /// <summary>Takes note of what was found about one client of the claim; what is refused of it is kept as a copy.</summary>
    /// <param name="client">A client of the claim.</param>
    /// <param name="findings">What was found about it and its lines, on levels 3 and 4.</param>
    public void Judge(DeclaratieClient client, IReadOnlyCollection<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
            return;
        var found = new Verdict(errors).ByClass([client, .. client.Prestaties]);
        var isRefused = found[client.Path].Any();
        var lines = new List<Prestatie>();
        foreach (var line in client.Prestaties.Where(line => isRefused || found[line.Path].Any()))
        {
            var copy = MessageKind.Jw325.Copy(line, client, nameof(Prestatie));
            copy.RetourCodes = isRefused ? ReturnCodes.Of(ReturnCodes.NotAssessed) : ReturnCodes.Of(Coded(found[line.Path]));
            _refusedAmount += copy.IngediendBedrag.WithSign;
            lines.Add(copy);
        }

        _refused.Add(new DeclaratieClient
        {
            Bsn = client.Bsn,
            Prestaties = lines,
            RetourCodes = isRefused ? ReturnCodes.Of(Coded(found[client.Path])) : ReturnCodes.Of(ReturnCodes.Fine),
        });
    }

    /// <summary>Makes the answer, when all clients have been judged.</summary>
    /// <param name="claim">The claim; its clients are not looked at.</param>
    /// <param name="findings">What was found that is not about one client: the header, the claim as a whole, and all rules within the message.</param>
    /// <returns>The answer; null when the structure is wrong (level 1).</returns>
    public Jw325? Make(Jw323 claim, IReadOnlyCollection<Finding> findings)
    {
        var verdict = new Verdict(findings);
        if (verdict.IsNoMessage)
            return null;
        var header = Head(claim);
        var answer = new Jw325 { Header = header };
        if (verdict.IsTechnical)
        {
            header.RetourCodes = ReturnCodes.Of(ReturnCodes.Technical);
            return answer;
        }

        var ofClaim = findings.Where(finding => finding.Severity == Severity.Error).ToLookup(IsOfClaim);
        header.RetourCodes = ofClaim[false].Any() ? ReturnCodes.Of(ofClaim[false]) : ReturnCodes.Of(ReturnCodes.Fine);
        if (!ofClaim[false].Any())
            answer.DeclaratieAntwoord = Body(claim.Declaratie, [.. ofClaim[true]]);
        return answer;
    }

    private DeclaratieAntwoord Body(Declaratie claim, IReadOnlyList<Finding> findings)
    {
        var claimed = claim.TotaalIngediendBedrag.WithSign;
        var granted = findings.Count > 0 ? 0 : claimed - _refusedAmount;
        return new DeclaratieAntwoord
        {
            DeclaratieNummer = claim.DeclaratieNummer,
            TotaalIngediendBedrag = new() { TotaalBedrag = claim.TotaalIngediendBedrag.TotaalBedrag, DebetCredit = claim.TotaalIngediendBedrag.DebetCredit },
            TotaalToegekendBedrag = new() { TotaalBedrag = Math.Abs(granted), DebetCredit = granted < 0 ? "C" : "D" },
            Clienten = findings.Count > 0 ? [] : _refused,
            RetourCodes = findings.Count > 0 ? ReturnCodes.Of(findings)
                : ReturnCodes.Of(_refused.Count > 0 ? ReturnCodes.Fine : ReturnCodes.Granted),
        };
    }

    // Unlike a return message it has sides of its own: the municipality sends it.
    private DeclaratieAntwoordHeader Head(Jw323 claim)
    {
        var header = Headers.Of<DeclaratieAntwoordHeader>(MessageKind.Jw325, claim.Header.Ontvanger, claim.Header.Afzender, stamp);
        header.DeclaratieIdentificatie = Headers.Copy(claim.Header.BerichtIdentificatie);
        header.XsdVersieDeclaratie = Headers.Copy(claim.Header.XsdVersie);
        return header;
    }

    private static bool IsOfClaim(Finding finding) => finding.Path == ClaimPath || finding.Path.StartsWith(ClaimPath + "/", StringComparison.Ordinal);

    // A line is refused by its own code; an error for which the list has none gets the technical one.
    private static IEnumerable<string> Coded(IEnumerable<Finding> findings) => findings.Select(finding => finding.ReturnCode ?? ReturnCodes.Technical);

    private static string PathOfClient(string path)
    {
        const string Clients = ClaimPath + "/Clienten/Client[";
        var end = path.StartsWith(Clients, StringComparison.Ordinal) ? path.IndexOf(']', Clients.Length) : -1;
        return end < 0 ? path : path[..(end + 1)];
    }
}
