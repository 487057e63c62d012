using System.Text;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>The table of docs/security: every rpc of a service × every role × whose data it reaches.</summary>
internal static class AccessMatrix
{
    private static readonly string[] Columns =
    [
        Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.TableChair, Roles.TableMember, Roles.ProcessGuide, Roles.PolicyAdviser,
        Roles.CouncilClerk, Roles.Council, Roles.Provider, Roles.PrivacyOfficer, Roles.Operator, Roles.Service,
    ];

    /// <summary>Writes the file anew where it tells something else than the declarations, and says so.</summary>
    public static async Task CheckAsync(IReadOnlyList<Rpc> rpcs)
    {
        // What every service has comes from a package that belongs to none.
        var service = rpcs.Select(rpc => rpc.Method.File.Package.Split('.')[1]).First(package => package != "common");
        var file = Path.Combine(Root(), "docs", "security", $"{service}.md");
        var table = Render(service, rpcs);
        if (File.Exists(file) && await File.ReadAllTextAsync(file) == table)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, table);
        throw new RpcTableException([$"docs/security/{service}.md told something else than the policies; it has been written anew: look at the difference and commit it."]);
    }

    private static string Render(string service, IReadOnlyList<Rpc> rpcs)
    {
        var text = new StringBuilder()
            .Append("# Who may call what: ").Append(service).Append("\n\n")
            .Append("Generated from the policies of the service; CONTRIBUTING says how it is kept. ")
            .Append("`+` may call it and reaches everything, `own` may call it and with a limited token reaches its own data alone, empty: PERMISSION_DENIED.\n");
        foreach (var rpcsOfOne in rpcs.GroupBy(rpc => rpc.Method.Service.Name))
        {
            text.Append("\n## ").Append(rpcsOfOne.Key).Append("\n\n| rpc | policy | limited by | ").AppendJoin(" | ", Columns).Append(" |\n|---|---|---|")
                .Insert(text.Length, ":-:|", Columns.Length).Append('\n');
            foreach (var rpc in rpcsOfOne)
                text.Append("| ").AppendJoin(" | ", Row(rpc)).Append(" |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Row(Rpc rpc)
    {
        var limits = new[] { (Reach.OwnMunicipality, "municipality"), (Reach.OwnProvider, "provider") }
            .Where(limit => rpc.Policy.Reach.HasFlag(limit.Item1)).Select(limit => limit.Item2);
        var mark = rpc.Policy.Reach == Reach.Everything ? "+" : "own";
        return [rpc.Method.Name, $"`{rpc.Policy.Name}`", string.Join(", ", limits), .. Columns.Select(role => rpc.Policy.Roles.Contains(role) ? mark : "")];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
