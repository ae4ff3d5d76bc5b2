import { anyWord } from "../../text/any-word.ts";
import { literally } from "../../text/literally.ts";
/**
 * Options and groups of the libraries that services load: oslo.*, keystonemiddleware, keystoneauth, osprofiler, castellan,
 * os-brick, os-vif, ryu and os-ken. The names of all their releases, since a tree says little about which one it gets.
 */

/** Whether some library has an option of that name in DEFAULT. */
export function isLibraryDefault(option: string): boolean {
  return OF_DEFAULT.has(option);
}

/** Whether some library has an option of that name in a group, of its own or that it is given. */
export function isLibraryGrouped(option: string): boolean {
  return OF_GROUPS.has(option) || OF_DEFAULT.has(option) || isAuthOption(option);
}

/** Whether keystoneauth may register the option in any group. */
export function isAuthOption(option: string): boolean {
  return KEYSTONEAUTH.test(option);
}

/** Whether a name of a text is imported from a library whose options are all listed here. */
export function isFromKnownLibrary(text: string, name: string): boolean {
  const imported = new RegExp(
    `^[ \\t]*(?:from[ \\t]+(\\w+)\\S*[ \\t]+)?import[ \\t]+[^\\n]*\\b${literally(name)}\\b`,
    "m",
  ).exec(text);
  return imported !== null && KNOWN_LIBRARY.test(imported[1] ?? name);
}

const KNOWN_LIBRARY =
  /^(?:oslo(?:_\w+)?|keystonemiddleware|keystoneauth1|osprofiler|castellan|os_brick|os_vif|os_ken|ryu)$/;

/** Whether a group is known to be a library's. */
export function isLibraryGroup(group: string): boolean {
  return EXTERNAL_GROUPS.test(group);
}

/** Whether a library is known to register an option of DEFAULT or a group of that name. */
export function isLibraryOption(name: string): boolean {
  return isLibraryGroup(name) || isLibraryDefault(name);
}

const OF_DEFAULT: ReadonlySet<string> = wordsOf(`
  allowed_rpc_exception_modules amqp_auto_delete amqp_durable_queues api_paste_config backdoor_port
  backdoor_socket client_socket_timeout config_dir config_file conn_pool_min_size conn_pool_ttl
  control_exchange db_backend debug default_log_levels default_notification_exchange
  default_notification_level default_publisher_id default_rpc_exchange disable_process_locking
  executor_thread_pool_size fake_rabbit fatal_deprecations fatal_exception_format_errors
  graceful_shutdown_timeout heartbeat_interval heartbeat_rate heartbeat_timeout_threshold
  host_connection_reconnect_delay instance_format instance_uuid_format kombu_compression
  kombu_failover_strategy kombu_missing_consumer_retry_timeout kombu_reconnect_delay
  kombu_reconnect_timeout kombu_ssl_ca_certs kombu_ssl_certfile kombu_ssl_keyfile kombu_ssl_version
  local_publisher lock_path log_color log_config_append log_date_format log_dir log_file log_format
  log_options log_rotate_interval log_rotate_interval_type log_rotation_type logging_context_format_string
  logging_debug_format_suffix logging_default_format_string logging_exception_prefix
  logging_user_identity_format matchmaker_heartbeat_freq matchmaker_heartbeat_ttl max_header_line
  max_logfile_count max_logfile_size_mb max_request_body_size memcached_servers notification_driver
  notification_persistence notification_topics notification_transport_url ofp_listen_host
  ofp_ssl_listen_port ofp_switch_address_list ofp_switch_connect_interval ofp_tcp_listen_port
  periodic_interval policy_default_rule policy_dirs policy_file publish_errors qpid_heartbeat
  qpid_hostname qpid_hosts qpid_password qpid_port qpid_protocol qpid_receiver_capacity
  qpid_sasl_mechanisms qpid_tcp_nodelay qpid_topology_version qpid_username rabbit_ha_queues rabbit_host
  rabbit_hosts rabbit_interval_max rabbit_login_method rabbit_max_retries rabbit_password rabbit_port
  rabbit_qos_prefetch_count rabbit_quorum_delivery_limit rabbit_quorum_max_memory_bytes
  rabbit_quorum_max_memory_length rabbit_quorum_queue rabbit_quroum_max_memory_bytes
  rabbit_quroum_max_memory_length rabbit_retry_backoff rabbit_retry_interval rabbit_stream_fanout
  rabbit_transient_queues_ttl rabbit_transient_quorum_queue rabbit_use_ssl rabbit_userid
  rabbit_virtual_host rate_limit_burst rate_limit_except_level rate_limit_interval ringfile
  rpc_ack_timeout_base rpc_ack_timeout_multiplier rpc_address_prefix rpc_backend rpc_cast_timeout
  rpc_conn_pool_size rpc_message_ttl rpc_ping_enabled rpc_poll_timeout rpc_queue_expiration
  rpc_reply_exchange rpc_response_timeout rpc_retry_attempts rpc_server_credit rpc_thread_pool_size
  rpc_use_acks rpc_zmq_bind_address rpc_zmq_bind_port_retries rpc_zmq_concurrency rpc_zmq_contexts
  rpc_zmq_host rpc_zmq_ipc_dir rpc_zmq_matchmaker rpc_zmq_max_port rpc_zmq_min_port rpc_zmq_port
  rpc_zmq_serialization rpc_zmq_topic_backlog run_external_periodic_tasks secure_proxy_ssl_header
  sqlite_db state_path syslog_log_facility tcp_keepidle transport_url use_eventlog use_journal use_json
  use_pub_sub use_router_proxy use_stderr use_syslog use_syslog_rfc_format user_flags verbose
  watch_log_file wsapi_host wsapi_port wsgi_default_pool_size wsgi_keep_alive wsgi_log_format
  wsgi_server_debug zmq_failover_connections zmq_immediate zmq_linger zmq_target_expire zmq_target_update
  zmq_tcp_keepalive zmq_tcp_keepalive_cnt zmq_tcp_keepalive_idle zmq_tcp_keepalive_intvl
`);

const OF_GROUPS: ReadonlySet<string> = wordsOf(`
  connection_string hmac_keys es_doc_type es_scroll_time es_scroll_size sentinel_service_name filter_error_trace
  trace_sqlalchemy trace_requests trace_management_api
  ack_pub_sub addressing_mode admin_password admin_tenant_name admin_token admin_user allow_credentials
  allow_headers allow_insecure_clients allow_methods allowed_origin allowed_source_ranges anycast_address
  api_class approle_role_id approle_secret_id audience auth_admin_prefix auth_endpoint auth_host
  auth_method auth_port auth_protocol auth_type auth_uri auth_url auth_version backend backend_argument
  backend_port backends barbican_api_version barbican_endpoint barbican_endpoint_type barbican_region_name
  broadcast_prefix ca_file cache cache_time caching cafile capabilities cert_file certfile channel_max
  check_revocations_for_cached check_timeout client_id client_secret compression_codec config_prefix
  connection connection_debug connection_factory connection_parameters connection_retry_backoff
  connection_retry_interval connection_retry_interval_max connection_trace consumer_group container_name
  db_inc_retry_interval db_max_retries db_max_retry_interval db_retry_interval debug_cache_backend
  default_notify_timeout default_qos_type default_reply_retry default_reply_timeout default_send_timeout
  default_sender_link_timeout default_serializer_type delay_auth_decision detailed direct_mandatory_flag
  disable_by_file_path disable_by_file_paths domain_id domain_name driver enable_auto_commit
  enable_by_file_paths enable_cancel_on_failover enable_proxy_headers_parsing enabled enforce_fips_mode
  enforce_new_defaults enforce_scope enforce_token_bind exclude_deprecated expiration_time expose_headers
  file_event_handler file_event_handler_interval fixed_key flat_interface format forward_bridge_interface
  frame_max frontend_port group group_request_prefix hash_algorithms heartbeat_in_pthread helper_command
  host hostname http_basic_auth_user_file http_connect_timeout http_request_max_retries identity_uri
  idle_timeout ignore_proxied_requests include_service_catalog insecure interface introspect_endpoint
  iptables_bottom_regex iptables_drop_action iptables_top_regex isolate_vif jwt_algorithm
  jwt_bearer_time_out jwt_key_file kafka_consumer_timeout kafka_default_host kafka_default_port
  kafka_max_fetch_bytes key_file keyfile kv_mountpoint kv_path kv_version link_retry_delay list_limit
  log_daemon_traceback logger_name mapping_expires_at mapping_project_domain_id
  mapping_project_domain_name mapping_project_id mapping_project_name mapping_roles mapping_system_scope
  mapping_user_domain_id mapping_user_domain_name mapping_user_id mapping_user_name max_age max_overflow
  max_poll_records max_pool_size max_retries memcache_dead_retry memcache_password
  memcache_pool_conn_get_timeout memcache_pool_connection_get_timeout memcache_pool_dead_retry
  memcache_pool_flush_on_reconnect memcache_pool_maxsize memcache_pool_socket_timeout
  memcache_pool_unused_timeout memcache_sasl_enabled memcache_secret_key memcache_security_strategy
  memcache_servers memcache_socket_timeout memcache_tls_allowed_ciphers memcache_tls_cafile
  memcache_tls_certfile memcache_tls_enabled memcache_tls_keyfile memcache_use_advanced_pool
  memcache_username metrics_buffer_size metrics_enabled metrics_process_name metrics_socket_file
  metrics_thread_stop_timeout min_pool_size multicast_address mysql_enable_ndb mysql_sql_mode namespace
  network_device_mtu notify_address_prefix notify_server_credit number_of_retries output_file
  ovs_vsctl_timeout ovsdb_connection ovsdb_connection_timeout ovsdb_interface password path
  per_port_bridge policy pool_max_overflow pool_max_size pool_recycle pool_size pool_stale pool_timeout
  port pre_settled privsep_context privsep_sock_path processname producer_batch_size
  producer_batch_timeout project_domain_id project_domain_name project_id project_name proxies
  pseudo_vhost publisher_port reauthenticate redis_db redis_password redis_sentinel_service_name
  redis_sentinels redis_server redis_socket_timeout redis_username region_name remote_content_type
  remote_ssl_ca_crt_file remote_ssl_client_crt_file remote_ssl_client_key_file
  remote_ssl_verify_server_crt remote_timeout reply_link_credit retry retry_delay retry_interval
  revocation_cache_time root_token_id routing_config routing_notifier_config sasl_config_dir
  sasl_config_name sasl_default_realm sasl_mechanism sasl_mechanisms security_protocol
  send_service_user_token send_single_reply sentinel_group_name sentinel_hosts server_request_prefix
  service_token_roles service_token_roles_required service_type signing_dir slave_connection
  socket_timeout sqlite_synchronous ssl ssl_ca_crt_file ssl_ca_file ssl_cafile ssl_cert_file
  ssl_client_cert_file ssl_client_key_file ssl_client_key_password ssl_enforce_fips_mode ssl_key_file
  ssl_key_password ssl_options ssl_verify_vhost ssl_version subscribe_on tcp_user_timeout thread_pool_size
  thumbprint_verify timeout tls_allowed_ciphers tls_cafile tls_certfile tls_enabled tls_keyfile token
  token_cache_time topics trace trust_id unicast_address url use_db_reconnect use_dynamic_connections
  use_ipv6 use_oslo_messaging use_queue_manager use_ssl use_tpool user user_domain_id user_domain_name
  user_id username vault_url verify_ssl verify_ssl_path vlan_interface wait_mpath_device_attempts
  wait_mpath_device_interval wait_timeout www_authenticate_uri
`);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Groups that libraries, or services that they talk to, register. */
const EXTERNAL_GROUPS = anyWord(String.raw`
  oslo_\w+ database api_database keystone_authtoken keystone_\w+ profiler privsep\w* vif_plug_\w+
  os_vif\w* os_brick barbican\w* key_manager vault cors\w* healthcheck ssl matchmaker\w* service_auth
  audit_middleware_notifications coordination backend_defaults oslo service_user nova_sys_admin
  cinder_sys_admin command category glance_store remote_debug conductor sasl\w* quotas cache
  paste_deploy revision store_type_location\w* task zmq\w* statsd metrics sensor_data extract\w*
  experimental retries polling dispatcher\w* publisher disk_utils disk_partitioner ironic_lib metrics_statsd mdns
`);
/** What keystoneauth's loading functions register in any group they are given, and its plugins when they are loaded. */
const KEYSTONEAUTH = anyWord(`
  auth_type auth_section auth_url cafile certfile keyfile insecure timeout collect_timing split_loggers
  service_type service_name valid_interfaces region_name endpoint_override version min_version
  max_version connect_retries connect_retry_delay status_code_retries status_code_retry_delay
  retriable_status_codes username password user_id trust_id system_scope token endpoint interface
  (?:project|tenant|domain|user_domain|project_domain|default_domain)_(?:id|name)
`);
