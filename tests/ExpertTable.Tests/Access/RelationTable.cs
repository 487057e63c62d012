using System.Text;
using Regio.ExpertTable.Cases;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Access;

/// <summary>Whether a call reaches a case.</summary>
internal enum Reached
{
    /// <summary>The role may not call this rpc.</summary>
    NotByRole,

    /// <summary>For this caller there is no such case.</summary>
    No,

    Yes,
}

/// <summary>What the declarations say of each rpc, role and relation, and the page that shows it.</summary>
internal static class RelationTable
{
    public static Reached Of(Rpc rpc, string role, CaseRelation relation)
    {
        if (!rpc.Policy.Roles.Contains(role))
            return Reached.NotByRole;
        var changes = rpc.Policy.Name is not (ExpertTablePolicies.Read or ExpertTablePolicies.Oversee);
        return CaseGrant.All.Any(grant => grant.Role == role && grant.Relation == relation && (grant.MayChange || !changes)) ? Reached.Yes : Reached.No;
    }

    /// <summary>Writes the page anew where it tells something else than the declarations, and says so.</summary>
    public static async Task CheckAsync(IReadOnlyList<Rpc> rpcs)
    {
        var file = Path.Combine(Root(), "docs", "security", "experttable-relations.md");
        var page = Render(rpcs);
        if (File.Exists(file) && await File.ReadAllTextAsync(file) == page)
            return;
        await File.WriteAllTextAsync(file, page);
        Assert.Fail("docs/security/experttable-relations.md told something else than the grants; it has been written anew: look at the difference and commit it.");
    }

    private static string Render(IReadOnlyList<Rpc> rpcs)
    {
        var page = new StringBuilder()
            .Append("# Who reaches which case\n\n")
            .Append("Generated from the grants (`CaseGrant`) and policies of the expert table and tried from outside, every rpc × role × relation; a role alone and a relation alone reach nothing. ")
            .Append("A case that is not reached is `NOT_FOUND CASE_UNKNOWN`, as one that does not exist. A municipality in the token limits every grant to its own children, but for the grants for the region. ")
            .Append("Beside these: who broke the glass reads one case for a day, and the privacy officer oversees and keeps cases without their texts.\n\n")
            .Append("| Role | Relation to the case | Shown | Handles it | For the region |\n|---|---|---|:-:|:-:|\n");
        foreach (var grant in CaseGrant.All)
            page.Append("| ").AppendJoin(" | ", grant.Role, InWords(grant.Relation), grant.View, grant.MayChange ? "+" : "", grant.ForRegion ? "+" : "").Append(" |\n");
        page.Append("\n`+` reaches the case.\n\n| rpc | ").AppendJoin(" | ", CaseGrant.All.Select(grant => $"{grant.Role}: {grant.Relation}")).Append(" |\n|---|")
            .Insert(page.Length, ":-:|", CaseGrant.All.Length).Append('\n');
        foreach (var rpc in rpcs)
            page.Append("| ").AppendJoin(" | ", CaseGrant.All.Select(grant => Of(rpc, grant.Role, grant.Relation) == Reached.Yes ? "+" : "").Prepend(rpc.Name)).Append(" |\n");
        return page.ToString();
    }

    private static string InWords(CaseRelation relation) => relation switch
    {
        CaseRelation.Chair => "Chair: chairs it",
        CaseRelation.Intake => "Intake: nobody chairs it yet",
        CaseRelation.Lead => "Lead: leads it (regiehouder)",
        CaseRelation.Guide => "Guide: guides it (Regie op 3)",
        CaseRelation.Registrar => "Registrar: brought it in, and nobody guides it yet",
        CaseRelation.CareBroker => "CareBroker: looks for a place (zorgmakelaar)",
        CaseRelation.Municipality => "Municipality: works for the one that decides and pays",
        CaseRelation.Member => "Member: invited to its sitting to advise, until the evaluation",
        CaseRelation.Guest => "Guest: invited to its sitting to be heard, until the evaluation",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, message: null),
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
