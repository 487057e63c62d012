using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>Compares all that one assembly refers to in the stand-ins with what these define.</summary>
internal sealed class ReferenceCheck
{
    private readonly IReadOnlyDictionary<string, StandInAssembly> _standIns;
    private readonly MetadataReader _reader;
    private readonly string _user;
    private readonly List<string> _faults = [];
    private int _checked;

    private ReferenceCheck(MetadataReader reader, IReadOnlyDictionary<string, StandInAssembly> standIns)
    {
        _reader = reader;
        _standIns = standIns;
        _user = reader.GetString(reader.GetAssemblyDefinition().Name);
    }

    /// <summary>What was found, or null for a file that refers to no stand-in.</summary>
    public static ReferenceReport? Run(string path, IReadOnlyDictionary<string, StandInAssembly> standIns)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
            return null;
        var reader = file.GetMetadataReader();
        if (!reader.IsAssembly)
            return null;
        var referred = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));
        return referred.Any(standIns.ContainsKey) ? new ReferenceCheck(reader, standIns).Run() : null;
    }

    private ReferenceReport Run()
    {
        foreach (var handle in _reader.TypeReferences)
            CheckType(TypeUse.Of(_reader, handle, []));
        foreach (var handle in _reader.MemberReferences)
            CheckMember(_reader.GetMemberReference(handle));
        foreach (var handle in _reader.TypeDefinitions)
            CheckOverrides(handle);
        return new ReferenceReport(_user, _checked, _faults);
    }

    private void CheckType(TypeUse type)
    {
        if (StandInOf(type) is { } standIn)
            Record(standIn.FaultOfType(type.Name, _user), type.Name);
    }

    private void CheckMember(MemberReference reference)
    {
        var type = TypeUse.Of(_reader, reference.Parent, []);
        if (StandInOf(type) is not { } standIn)
            return;
        var signature = reference.GetKind() == MemberReferenceKind.Field
            ? reference.DecodeFieldSignature(SignatureNames.Instance, [])
            : SignatureNames.Of(reference.DecodeMethodSignature(SignatureNames.Instance, []));
        var member = new MemberShape(_reader.GetString(reference.Name), signature);
        Record(standIn.FaultOfMember(type.Name, member, _user), $"{type.Name}::{member.Name} {member.Signature}");
    }

    /// <summary>An override that overrides nothing would silently be a new method that nobody calls.</summary>
    private void CheckOverrides(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        if (type.BaseType.IsNil)
            return;
        var parent = TypeUse.Of(_reader, type.BaseType, []);
        if (StandInOf(parent) is not { } standIn)
            return;
        var overridable = standIn.VirtualMethodsOf(parent.Name, parent.Arguments).ToHashSet();
        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition).Where(Overrides))
        {
            var signature = SignatureNames.Of(method.DecodeSignature(SignatureNames.Instance, ImmutableArray<string>.Empty));
            var shape = new MemberShape(_reader.GetString(method.Name), signature);
            var fault = overridable.Contains(shape) || IsOfObject(shape.Name) ? null : "there is nothing to override";
            Record(fault, $"{parent.Name}::{shape.Name} {shape.Signature}");
        }
    }

    private static bool Overrides(MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot);

    private static bool IsOfObject(string method) =>
        method is nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "Finalize" or "get_Message";

    private StandInAssembly? StandInOf(TypeUse type) =>
        type.Assembly is null ? null : _standIns.GetValueOrDefault(type.Assembly);

    private void Record(string? fault, string subject)
    {
        _checked++;
        if (fault is not null)
            _faults.Add($"{_user} → {subject}: {fault}");
    }
}

/// <summary>What one assembly refers to: how much of it, and what of it is missing.</summary>
internal sealed record ReferenceReport(string User, int Checked, IReadOnlyList<string> Faults);
